import { type LevelFacts, type LevelTable, levelOn, nextBoundary } from '#domain/levels/levels.ts';
import type { Level } from '#domain/levels/vocabulary.ts';

/** A matter's colour on a day, and the next day on which it would be another if nothing happened. */
export type ReadLevel = { readonly level: Level | null; readonly nextOn: string | null };

const known = new WeakMap<LevelTable, Map<string, ReadLevel>>();
const knownAtMost = 10_000;

/** As with clocks: the matters of a day have the same few facts, so each answer is reckoned once for a table. */
export function readLevel(table: LevelTable, facts: LevelFacts, today: string): ReadLevel {
  let readings = known.get(table);
  if (readings === undefined || readings.size >= knownAtMost) {
    readings = new Map();
    known.set(table, readings);
  }
  const key = keyOf(facts, today);
  const read = readings.get(key);
  if (read !== undefined) return read;
  const reading = {
    level: levelOn(table, facts, today).level,
    nextOn: nextBoundary(table, facts, today),
  };
  readings.set(key, reading);
  return reading;
}

function keyOf(facts: LevelFacts, today: string): string {
  const { dueFrom, dueOn, runningDue, returns, transfers, reopenings, parties, isInDanger } = facts;
  return `${today} ${dueFrom} ${dueOn} ${runningDue} ${returns} ${transfers} ${reopenings} ${parties} ${isInDanger}`;
}
