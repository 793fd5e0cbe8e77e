import { dayNumber, isoDay } from '#domain/roadmap/day-number.ts';
import { type Level, type LevelFact, type LevelOp, levels } from './vocabulary.ts';

/** One condition of a row, such as `share-used >= 80`. */
export type LevelCondition = { readonly fact: LevelFact; readonly op: LevelOp; readonly number: number };
/** A colour and the conditions that all have to hold for it. */
export type LevelRow = { readonly level: Level; readonly when: readonly LevelCondition[] };
/** What a city holds for grave. The highest colour of all rows that hold is the matter's. */
export type LevelTable = { readonly rows: readonly LevelRow[] };

/** What is known of an open matter; days are ISO dates. */
export type LevelFacts = {
  /** Start and due day of the matter's own clock that is due first; null while none runs. */
  readonly dueFrom: string | null;
  readonly dueOn: string | null;
  /** Due days of all its own running clocks: no windows, no tasks of assisting offices. */
  readonly runningDue: readonly string[];
  /** How many hand-overs of it came back, ever. */
  readonly returns: number;
  readonly transfers: number;
  readonly reopenings: number;
  readonly parties: number;
  readonly isInDanger: boolean;
};

/** The facts of the grammar as whole numbers, on one day. */
export type FactValues = Readonly<Record<LevelFact, number>>;

export type LevelReason = LevelCondition & { readonly value: number };
/** A colour, or none, with the conditions that gave it as they stand. */
export type LevelReading = { readonly level: Level | null; readonly reasons: readonly LevelReason[] };

/** What the facts amount to on a day. Shares and delays count calendar days; pauses are in the due day already. */
export function factsOn(facts: LevelFacts, today: string): FactValues {
  const day = dayNumber(today);
  const from = facts.dueFrom === null ? null : dayNumber(facts.dueFrom);
  const due = facts.dueOn === null ? null : dayNumber(facts.dueOn);
  return {
    'share-used': due === null ? 0 : shareUsed(from ?? due, due, day),
    'days-overdue': due === null ? 0 : Math.max(0, day - due),
    'steps-overdue': facts.runningDue.filter((dueOn) => dueOn < today).length,
    returns: facts.returns,
    transfers: facts.transfers,
    reopenings: facts.reopenings,
    parties: facts.parties,
    danger: facts.isInDanger ? 1 : 0,
  };
}

/** The highest colour of the rows that hold, and every condition of the rows that gave it, each once. */
export function levelOf(table: LevelTable, values: FactValues): LevelReading {
  for (const level of levels.toReversed()) {
    const holding = table.rows.filter((row) => row.level === level && row.when.every(holds(values)));
    if (holding.length === 0) continue;
    const reasons = new Map<string, LevelReason>();
    for (const condition of holding.flatMap((row) => row.when)) {
      const { fact, op, number } = condition;
      reasons.set(`${fact} ${op} ${number}`, { ...condition, value: values[fact] });
    }
    return { level, reasons: [...reasons.values()] };
  }
  return { level: null, reasons: [] };
}

/** The colour of a matter on a day, with its reasons. */
export function levelOn(table: LevelTable, facts: LevelFacts, today: string): LevelReading {
  return levelOf(table, factsOn(facts, today));
}

/** The first day after today on which the colour would be another if nothing happened; null if it never would. */
export function nextBoundary(table: LevelTable, facts: LevelFacts, today: string): string | null {
  const now = levelOn(table, facts, today).level;
  const days = new Set(table.rows.flatMap(({ when }) => when.flatMap((one) => daysOfChange(one, facts))));
  for (const day of [...days].sort()) {
    if (day > today && levelOn(table, facts, day).level !== now) return day;
  }
  return null;
}

function holds(values: FactValues) {
  return ({ fact, op, number }: LevelCondition): boolean => {
    if (op === '>=') return values[fact] >= number;
    return op === '>' ? values[fact] > number : values[fact] === number;
  };
}

/** The days on which a condition begins or ceases to hold; others may stand among them. */
function daysOfChange({ fact, number }: LevelCondition, facts: LevelFacts): string[] {
  if (fact === 'steps-overdue') return facts.runningDue.map((dueOn) => dayAfter(dueOn, 1));
  if (facts.dueOn === null) return [];
  const dueOn = facts.dueOn;
  // `=` ceases, and `>` begins, where the next whole number is reached.
  if (fact === 'days-overdue') return [number, number + 1].map((days) => dayAfter(dueOn, days));
  if (fact !== 'share-used') return [];
  const from = facts.dueFrom ?? dueOn;
  const span = dayNumber(dueOn) - dayNumber(from);
  if (span <= 0) return [dueOn];
  return [number, number + 1].map((percent) => dayAfter(from, Math.ceil((percent * span) / 100)));
}

/** Whole percent of the days from start to due day that have passed; more than 100 once it is past. */
function shareUsed(from: number, due: number, day: number): number {
  if (due <= from) return day >= due ? 100 : 0;
  return day <= from ? 0 : Math.floor((100 * (day - from)) / (due - from));
}

const dayAfter = (day: string, days: number): string => isoDay(dayNumber(day) + days);
