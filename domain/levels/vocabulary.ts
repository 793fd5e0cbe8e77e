/** Colours of a matter, mildest first (四色预警). A matter without a colour has none of them. */
export const levels = ['blue', 'yellow', 'orange', 'red'] as const;
export type Level = (typeof levels)[number];

/**
 * All that a colour can rest on: the matter's clocks, what offices did with it, how many it concerns, and a danger
 * to somebody. The list is closed; nothing about a person stands in it or can be added by a city (responsible-use.md).
 */
export const levelFacts = [
  'share-used',
  'days-overdue',
  'steps-overdue',
  'returns',
  'transfers',
  'reopenings',
  'parties',
  'danger',
] as const;
export type LevelFact = (typeof levelFacts)[number];

export const levelOps = ['>=', '>', '='] as const;
export type LevelOp = (typeof levelOps)[number];

/** The stronger of two colours. */
export const higherLevel = (one: Level | null, other: Level | null): Level | null =>
  rankOf(one) >= rankOf(other) ? one : other;

/** 0 for no colour, 1 for the mildest. */
export const rankOf = (level: Level | null): number => (level === null ? 0 : levels.indexOf(level) + 1);

/** The largest number with which each fact may be compared; of a danger there is only yes (1) and no (0). */
export const largestNumberOf = {
  'share-used': 1000,
  'days-overdue': 3660,
  'steps-overdue': 100,
  returns: 100,
  transfers: 100,
  reopenings: 100,
  parties: 10_000,
  danger: 1,
} as const satisfies Record<LevelFact, number>;

/** What can be wrong with a condition, a row or a table of levels. */
export const levelRefusals = [
  'fact-expected',
  'unknown-fact',
  'operator-expected',
  'number-expected',
  'and-expected',
  'number-out-of-range',
  'always-holds',
  'never-holds',
  'fact-twice',
  'no-condition',
  'row-twice',
  'too-many-rows',
  'danger-is-not-red',
] as const;
export type LevelRefusal = (typeof levelRefusals)[number];
