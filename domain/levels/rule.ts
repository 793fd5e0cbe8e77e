import type { LevelCondition } from './levels.ts';
import { type LevelRefusal, largestNumberOf, levelFacts, levelOps } from './vocabulary.ts';

export type ParsedRule =
  | { readonly ok: true; readonly when: readonly LevelCondition[] }
  /** `at` counts the characters before the place that is wrong. */
  | { readonly ok: false; readonly code: LevelRefusal; readonly at: number };

type Token = { readonly text: string; readonly at: number };
type Read<Result> = { readonly ok: true; readonly value: Result } | (ParsedRule & { readonly ok: false });

/**
 * Reads the condition of a row: `fact op number`, several joined by `and`, all of which have to hold. Refuses what is
 * no fact of the closed list, what can never or must always hold, and a fact that stands twice.
 */
export function parseRule(text: string): ParsedRule {
  const tokens = cut(text);
  const when: LevelCondition[] = [];
  for (let next = 0; ; next += 4) {
    const read = readCondition(tokens, next, text.length);
    if (!read.ok) return read;
    const code = conditionRefusal(read.value, when);
    if (code) return { ok: false, code, at: tokens[next]?.at ?? 0 };
    when.push(read.value);
    const joint = tokens[next + 3];
    if (!joint) return { ok: true, when };
    if (joint.text !== 'and') return { ok: false, code: 'and-expected', at: joint.at };
  }
}

/** The condition of a row as it stands in a pack; `parseRule` reads it back. */
export function ruleText(when: readonly LevelCondition[]): string {
  return when.map(({ fact, op, number }) => `${fact} ${op} ${number}`).join(' and ');
}

/** What is wrong with a condition that stands after others of its row, if anything. */
export function conditionRefusal(
  { fact, op, number }: LevelCondition,
  others: readonly LevelCondition[],
): LevelRefusal | undefined {
  const largest = largestNumberOf[fact];
  if (!Number.isInteger(number) || number < 0 || number > largest) return 'number-out-of-range';
  if (op === '>=' && number === 0) return 'always-holds';
  if (op === '>' && number === largest) return 'never-holds';
  return others.some((other) => other.fact === fact) ? 'fact-twice' : undefined;
}

function readCondition(tokens: readonly Token[], from: number, end: number): Read<LevelCondition> {
  const fail = (code: LevelRefusal, index: number) =>
    ({ ok: false, code, at: tokens[index]?.at ?? end }) as const;
  const [word, sign, digits] = tokens.slice(from, from + 3);
  const fact = levelFacts.find((known) => known === word?.text);
  if (!fact) return fail(word && /^[\p{L}-]+$/u.test(word.text) ? 'unknown-fact' : 'fact-expected', from);
  const op = levelOps.find((known) => known === sign?.text);
  if (!op) return fail('operator-expected', from + 1);
  if (!digits || !/^\d{1,6}$/.test(digits.text)) return fail('number-expected', from + 2);
  return { ok: true, value: { fact, op, number: Number(digits.text) } };
}

/** Words, numbers and signs, with the place where each begins. */
function cut(text: string): Token[] {
  return [...text.matchAll(/[\p{L}_-]+|\d+|[<>=!]+|\S/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }));
}
