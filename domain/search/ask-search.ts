import { toHalfWidth } from '#domain/parties/identifier-text.ts';
import { tellingTerms } from './similar-matters.ts';
import { joiningSigns, stopTerms } from './stop-terms.ts';

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

/** A piece of a question: the words to look up, and what must stand in the text itself because it is no word of its own. */
export type AskedPiece = { readonly words: readonly string[]; readonly inText: readonly string[] };

/**
 * What of a piece can be looked up, given the words it is cut into. What is left over, a number or a single sign, is
 * wanted in the text; what only joins words is not. A piece without a single word is wanted in the text as it stands.
 */
export function askedPiece(piece: string, cut: readonly string[]): AskedPiece {
  const words = [...tellingTerms(cut)];
  if (words.length === 0) return { words: [], inText: [piece] };
  const isWanted = (token: string): boolean =>
    !words.includes(token) &&
    !stopTerms.has(token) &&
    !joiningSigns.has(token) &&
    /[\p{L}\p{N}]/u.test(token);
  return { words, inText: cut.filter(isWanted) };
}
