import { toHalfWidth } from '#domain/parties/identifier-text.ts';

/**
 * 一案一码: the public code of a matter is its year, seven random characters and one check character, e.g.
 * 2026-7K3M-Q9ZA. The 32 characters leave out I, L, O and U, which are misread; each stands for an element of the
 * field GF(32), so that one check character notices every single wrong character and every two that changed places.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 12;
const randomLength = 7;

export const matterCodeRefusals = [
  'matter-code-length',
  'matter-code-characters',
  'matter-code-check',
] as const;
export type MatterCodeRefusal = (typeof matterCodeRefusals)[number];

export type ParsedMatterCode =
  | { readonly ok: true; readonly code: string; readonly year: number }
  | { readonly ok: false; readonly reason: MatterCodeRefusal };

/** Makes a matter's public code from the year of registration and at least seven random bytes (35 bits are used). */
export function makeMatterCode(from: { readonly year: number; readonly random: Uint8Array }): string {
  const { year, random } = from;
  if (!Number.isInteger(year) || year < 1000 || year > 9999)
    throw new RangeError(`not a year of four digits: ${year}`);
  if (random.length < randomLength)
    throw new RangeError(`a matter's code needs ${randomLength} random bytes`);
  const characters = Array.from(random.subarray(0, randomLength), (byte) => alphabet.charAt(byte % 32));
  const withoutCheck = `${year}${characters.join('')}`;
  return withoutCheck + checkCharacter(withoutCheck);
}

/** Reads a code as people write it: groups, small letters, full width, O for 0, I and L for 1. */
export function parseMatterCode(text: string): ParsedMatterCode {
  const code = toHalfWidth(text)
    .replace(/[\s\u2010-\u2015-]/g, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (code.length !== codeLength) return { ok: false, reason: 'matter-code-length' };
  if (!/^[1-9][0-9]{3}[0-9A-HJKMNP-TV-Z]{8}$/.test(code))
    return { ok: false, reason: 'matter-code-characters' };
  if (checkCharacter(code.slice(0, -1)) !== code.charAt(codeLength - 1)) {
    return { ok: false, reason: 'matter-code-check' };
  }
  return { ok: true, code, year: Number(code.slice(0, 4)) };
}

/** The code as it is printed and read out: three groups of four. */
export function formatMatterCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * Horner's rule with the field's generator: position i weighs generator^i, and all twelve weights differ, so a change
 * of one place or a swap of any two cannot leave the sum as it was.
 */
function checkCharacter(withoutCheck: string): string {
  let sum = 0;
  for (const character of withoutCheck) sum = timesGenerator(sum ^ alphabet.indexOf(character));
  return alphabet.charAt(sum);
}

/** Multiplies by x in GF(32) = GF(2)[x] / (x⁵ + x² + 1), whose powers run through all 31 other elements. */
function timesGenerator(element: number): number {
  const doubled = element << 1;
  return doubled >= 32 ? doubled ^ 0b100101 : doubled;
}
