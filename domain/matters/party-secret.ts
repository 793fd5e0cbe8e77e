import { toHalfWidth } from '#domain/parties/identifier-text.ts';

/** Digits and letters that nobody confuses when reading aloud or copying by hand: no 0, 1, I, L, O. */
export const secretAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const secretLength = 10;

export const partySecretRefusals = ['secret-length', 'secret-characters'] as const;
export type PartySecretRefusal = (typeof partySecretRefusals)[number];

/** Reads a party's secret as people type it: small letters, spaces, no hyphen or any, full width. */
export function parsePartySecret(
  text: string,
):
  | { readonly ok: true; readonly secret: string }
  | { readonly ok: false; readonly reason: PartySecretRefusal } {
  const typed = toHalfWidth(text)
    .replace(/[\s\u2010-\u2015\u2212-]/g, '')
    .toUpperCase();
  if ([...typed].length !== secretLength) return { ok: false, reason: 'secret-length' };
  if ([...typed].some((character) => !secretAlphabet.includes(character))) {
    return { ok: false, reason: 'secret-characters' };
  }
  return { ok: true, secret: `${typed.slice(0, 5)}-${typed.slice(5)}` };
}
