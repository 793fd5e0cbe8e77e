import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Jieba } from '@node-rs/jieba';
import { toHalfWidth } from '#domain/parties/identifier-text.ts';
import { type AskedPiece, askedPiece } from '#domain/search/ask-search.ts';
import { tellingTerms } from '#domain/search/similar-matters.ts';

/** Kept for each matter: enough to compare by, and bounded. */
const termsAtMost = 600;
const charactersAtMost = 4000;

const { resolve } = createRequire(import.meta.url);

let jieba: Jieba | undefined;

/** Teaches the word cutter the city's own words; called once when the city is loaded. */
export function prepareSearchTerms(words: Iterable<string>): void {
  jieba = untaught();
  const lines = [...words].map((word) => `${word} 1000 n`).join('\n');
  if (lines !== '') jieba.loadDict(Buffer.from(lines));
}

/** The terms of a text by which it is found and compared with others; never who its parties are. */
export function searchTerms(text: string): string[] {
  const read = toHalfWidth(text.slice(0, charactersAtMost));
  // For searching, a long word stands beside the words in it: whoever asks for 物业 finds 物业公司 as well.
  return [...tellingTerms(cutter().cutForSearch(read, false))].slice(0, termsAtMost);
}

/** One piece of a question, cut into whole words as the matters' own texts are. */
export function wordsAskedFor(piece: string): AskedPiece {
  return askedPiece(piece, cutter().cut(piece, false));
}

function cutter(): Jieba {
  jieba ??= untaught();
  return jieba;
}

/** The words that Jieba brings, read here and let go: its own `dict.js` keeps two files in memory, 11 MB. */
function untaught(): Jieba {
  return Jieba.withDict(readFileSync(resolve('@node-rs/jieba/dict.txt')));
}
