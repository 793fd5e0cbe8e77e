/** A matter that holds what was asked for, as far as its rank depends on it. */
export type FoundMatter = {
  readonly subject: string;
  readonly story: string;
  readonly request: string;
  readonly code: string;
  readonly isOpen: boolean;
};

/** What was asked for, in small letters: the pieces as typed, and the words they are cut into. */
export type Asked = {
  readonly pieces: readonly string[];
  readonly words: readonly string[];
  readonly codePiece: string | null;
};

/** What a mention weighs by its place; what was typed in one piece and stands in one piece weighs double. */
const weights = { subject: 4, request: 2, story: 1, code: 20, open: 1.5, asTyped: 2 } as const;
/** A word said ten times in a story says little more than one said three times. */
const mentionsThatCount = 3;

/**
 * How well a matter answers a question, from its text alone: where the words stand, how often, and whether as typed; an
 * open one before an ended one. Above 0 for whatever was found; nothing about persons enters.
 */
export function rankOf(matter: FoundMatter, asked: Asked): number {
  const places = [
    [matter.subject.toLowerCase(), weights.subject],
    [matter.request.toLowerCase(), weights.request],
    [matter.story.toLowerCase(), weights.story],
  ] as const;
  let rank = 1;
  for (const [text, weight] of places) {
    for (const word of asked.words) rank += weight * mentionsOf(text, word);
    for (const piece of asked.pieces) rank += weight * weights.asTyped * mentionsOf(text, piece);
  }
  if (asked.codePiece !== null && matter.code.includes(asked.codePiece)) rank += weights.code;
  return matter.isOpen ? rank * weights.open : rank;
}

/** How much a word's mentions count; that it stands there at all counts as much as the next mention again. */
function mentionsOf(text: string, word: string): number {
  let mentions = 0;
  for (
    let at = text.indexOf(word);
    at !== -1 && mentions < mentionsThatCount;
    at = text.indexOf(word, at + word.length)
  ) {
    mentions += 1;
  }
  return mentions === 0 ? 0 : mentions + 1;
}
