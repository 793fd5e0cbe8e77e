import type { Checked, CreditCodeRefusal } from './identifier-refusals.ts';
import { bareIdentifier } from './identifier-text.ts';

/** Digits and capitals without I O S V Z (GB 32100). */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether the text is a unified social credit code by alphabet and check character (GB 32100-2015). */
export function checkCreditCode(text: string): Checked<CreditCodeRefusal> {
  const value = bareIdentifier(text);
  if (value.length !== 18) return { ok: false, reason: 'credit-code-length' };
  if ([...value].some((character) => !alphabet.includes(character))) {
    return { ok: false, reason: 'credit-code-characters' };
  }
  if (value.charAt(17) !== creditCodeCheckCharacter(value)) {
    return { ok: false, reason: 'credit-code-check-character' };
  }
  return { ok: true, value };
}

/** The check character that belongs to the first 17 characters: weights are the powers of 3 modulo 31. */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
