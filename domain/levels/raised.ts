import { dayNumber, isoDay } from '#domain/roadmap/day-number.ts';
import { type LevelFacts, type LevelTable, levelOn } from './levels.ts';
import { type Level, rankOf } from './vocabulary.ts';

/** The table of levels in force on a day. */
export type TableOn = (day: string) => LevelTable;

/** What a matter's colour rests on, and the day kept for its next change by the passing of time alone. */
export type KeptLevel = { readonly facts: LevelFacts; readonly nextOn: string | null };

/** Whether that day has come and nobody has been told of it yet. */
export function isChangeDue({ nextOn }: Pick<KeptLevel, 'nextOn'>, today: string): boolean {
  return nextOn !== null && nextOn <= today;
}

/** The colour that people last knew of: today's, or where a change is due the one on the day before it. */
export function levelLastKnown(tableOn: TableOn, kept: KeptLevel, today: string): Level | null {
  const { facts, nextOn } = kept;
  const day = nextOn !== null && isChangeDue(kept, today) ? isoDay(dayNumber(nextOn) - 1) : today;
  return levelOn(tableOn(day), facts, day).level;
}

/** The colour now, if it is graver than the one before; null if there is nothing to tell. */
export function raisedTo(before: Level | null, now: Level | null): Level | null {
  return rankOf(now) > rankOf(before) ? now : null;
}
