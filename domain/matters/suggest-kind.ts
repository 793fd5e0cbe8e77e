import { toHalfWidth } from '#domain/parties/identifier-text.ts';

/** A word of the field, the kind of dispute it speaks for, and how strongly (1 to 5). */
export type KindWord = { readonly word: string; readonly kind: string; readonly weight: number };

/** A word list made ready for searching; make it once for a city. */
export type PreparedWords = {
  /** Under a word's first character its words, longest first. */
  readonly byFirstCharacter: ReadonlyMap<string, readonly string[]>;
  readonly votes: ReadonlyMap<string, readonly KindWord[]>;
};

export type FoundWord = { readonly word: string; readonly weight: number; readonly at: readonly number[] };

/** A kind, its score and the very words that made it, with their places in the text. */
export type KindSuggestion = {
  readonly kind: string;
  readonly score: number;
  readonly words: readonly FoundWord[];
};

/** Below this nobody should rely on a suggestion: one ordinary word is not a reason. */
export const reliableScore = 4;

/** A word said more often than this adds no more: a long complaint is not a stronger one. */
const countedOccurrences = 3;
const suggestionCount = 3;

/** Prepares a word list: letters are compared in half width and small. */
export function prepareWords(words: readonly KindWord[]): PreparedWords {
  const votes = Map.groupBy(words, ({ word }) => comparable(word));
  const byFirstCharacter = Map.groupBy(votes.keys(), (word) => word.charAt(0));
  for (const sameStart of byFirstCharacter.values())
    sameStart.sort((one, other) => other.length - one.length);
  return { byFirstCharacter, votes };
}

/**
 * The up to three kinds of dispute that the words of a text speak for, best first. The score is the sum of the
 * weights of the words found, each counted up to three times; a word inside a longer found word does not count.
 */
export function suggestKind(text: string, prepared: PreparedWords): KindSuggestion[] {
  const places = findWords(comparable(text), prepared);
  const kinds = new Map<string, { score: number; words: FoundWord[] }>();
  for (const [found, at] of places) {
    for (const { word, kind, weight } of prepared.votes.get(found) ?? []) {
      const entry = kinds.get(kind) ?? { score: 0, words: [] };
      entry.score += weight * Math.min(at.length, countedOccurrences);
      entry.words.push({ word, weight, at });
      kinds.set(kind, entry);
    }
  }
  return [...kinds]
    .map(([kind, { score, words }]) => ({ kind, score, words: words.sort(byWeightThenPlace) }))
    .sort((one, other) => other.score - one.score || (one.kind < other.kind ? -1 : 1))
    .slice(0, suggestionCount);
}

/** The kind to take where nobody chooses: the best suggestion if it is reliable, else the one given. */
export function kindOrDefault(suggestions: readonly KindSuggestion[], defaultKind: string): string {
  const [best] = suggestions;
  return best && best.score >= reliableScore ? best.kind : defaultKind;
}

/**
 * The office that the routing table names for a kind: the first in the order of competence that sits at the centre.
 * None if the centre has none of them; the upper centre is then the place to route to.
 */
export function suggestOffice(
  kind: string,
  routing: ReadonlyMap<string, readonly string[]>,
  isPresent: (department: string) => boolean = () => true,
): string | undefined {
  return routing.get(kind)?.find(isPresent);
}

/** Where each word of the list stands in the text, leftmost and longest first. */
function findWords(text: string, { byFirstCharacter }: PreparedWords): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at < text.length; ) {
    const found = byFirstCharacter.get(text.charAt(at))?.find((word) => text.startsWith(word, at));
    if (found === undefined) {
      at += 1;
      continue;
    }
    const known = places.get(found);
    if (known) known.push(at);
    else places.set(found, [at]);
    at += found.length;
  }
  return places;
}

function byWeightThenPlace(one: FoundWord, other: FoundWord): number {
  return other.weight - one.weight || (one.at[0] ?? 0) - (other.at[0] ?? 0);
}

/** Keeps the length, so that places in it are places in the text as typed. */
function comparable(text: string): string {
  return toHalfWidth(text).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
