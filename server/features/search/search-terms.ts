import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { toHalfWidth } from '#domain/parties/identifier-text.ts';
import { tellingTerms } from '#domain/search/similar-matters.ts';

/** Kept for each matter: enough to compare by, and bounded. */
const termsAtMost = 200;
const charactersAtMost = 4000;

let jieba: Jieba | undefined;

/** Teaches the word cutter the city's own words; called once when the city is loaded. */
export function prepareSearchTerms(words: Iterable<string>): void {
  jieba = Jieba.withDict(dict);
  const lines = [...words].map((word) => `${word} 1000 n`).join('\n');
  if (lines !== '') jieba.loadDict(Buffer.from(lines));
}

/** The terms of a text by which it is found and compared with others; never who its parties are. */
export function searchTerms(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return [...tellingTerms(jieba.cut(text.slice(0, charactersAtMost), false))].slice(0, termsAtMost);
}

/** The whole words of a question, cut as the matters' own texts were. */
export function wordsAskedFor(text: string): string[] {
  return searchTerms(toHalfWidth(text).toLowerCase());
}
