import { toHalfWidth } from '#domain/parties/identifier-text.ts';

/** What somebody typed into the search field, in one form: half width, small letters, single spaces. */
export function searchPhrase(typed: string): string {
  return toHalfWidth(typed).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Signs of a code that are enough to look for it by a part, as printed: 7HQ4 or 2026-7HQ4. */
const leastOfCode = 4;

/** The part of a matter's code that a phrase may be, or null where it cannot be one. */
export function codePieceOf(phrase: string): string | null {
  const bare = phrase.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase();
  return bare.length >= leastOfCode && bare.length <= 12 && /^[0-9A-HJKMNP-TV-Z]+$/.test(bare) ? bare : null;
}

/** The words of a phrase between its spaces; what is marked and ranked by, beside the words it is cut into. */
export function spokenPieces(phrase: string): string[] {
  return [...new Set(phrase.split(' ').filter((piece) => piece !== ''))];
}
