import type { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import {
  type Count,
  type CountingRule,
  civilCounting,
  countDays,
  countLimit,
  isWithin,
  type Limit,
  type Span,
} from './counting.ts';
import { calendarDay, dateOf, dayNumberOf } from './day-number.ts';

/** The clock stands from `from` on and runs again on `until`; without `until` it still stands. */
export type Pause = { readonly from: Temporal.PlainDate; readonly until?: Temporal.PlainDate | undefined };

export type ClockInput = {
  readonly startedOn: Temporal.PlainDate;
  readonly limit: Limit;
  readonly rule?: CountingRule;
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Limit[];
  readonly calendar: Calendar;
  readonly today: Temporal.PlainDate;
};

/** One step of the reckoning, as data; `explainClock` words it. */
export type ClockStep =
  | { readonly code: 'started'; readonly date: Temporal.PlainDate; readonly isCounted: boolean }
  | {
      readonly code: 'counted';
      readonly date: Temporal.PlainDate;
      readonly limit: Limit;
      readonly weekendDays: number;
      readonly holidays: readonly Temporal.PlainDate[];
      readonly makeUpDays: readonly Temporal.PlainDate[];
    }
  | {
      readonly code: 'paused';
      readonly date: Temporal.PlainDate;
      readonly until: Temporal.PlainDate | undefined;
      readonly days: number;
    }
  | { readonly code: 'moved'; readonly date: Temporal.PlainDate; readonly from: Temporal.PlainDate }
  | {
      readonly code: 'extended';
      readonly date: Temporal.PlainDate;
      readonly from: Temporal.PlainDate;
      readonly limit: Limit;
    }
  | { readonly code: 'calendar-unpublished'; readonly date: Temporal.PlainDate; readonly year: number }
  | { readonly code: 'due'; readonly date: Temporal.PlainDate };

export type ClockReading = {
  readonly dueOn: Temporal.PlainDate;
  /** The due day rests on a year whose holidays are not published, and is to be reckoned again when they are. */
  readonly provisional: boolean;
  /** Days of the limit's unit that have run, paused ones left out. */
  readonly usedDays: number;
  /** Days of the limit's unit left, the due day included; below zero as many as it is late. */
  readonly remainingDays: number;
  readonly isLate: boolean;
  readonly isPaused: boolean;
  readonly steps: readonly ClockStep[];
};

export const clockRefusals = [
  'limit-out-of-range',
  'extension-out-of-range',
  'pause-before-start',
  'pause-ends-before-it-begins',
  'pauses-overlap',
] as const;
export type ClockRefusal = (typeof clockRefusals)[number];

export type ClockResult =
  | ({ readonly ok: true } & ClockReading)
  | { readonly ok: false; readonly reason: ClockRefusal };

/**
 * When something is due and how it stands today. A pause without an end is reckoned as if the clock ran again
 * tomorrow; a pause that begins after the due day changes nothing; an extension counts from the due day as moved.
 * Refuses limits out of range and pauses that overlap, end before they begin or begin before the start.
 */
export function computeClock(input: ClockInput): ClockResult {
  const { limit, calendar, extensions = [], rule = civilCounting } = input;
  const start = dayNumberOf(input.startedOn);
  const today = dayNumberOf(input.today);
  const pauses = (input.pauses ?? []).map((pause) => asSpan(pause, today));
  const refusal = findRefusal(limit, extensions, pauses, start);
  if (refusal) return { ok: false, reason: refusal };

  const isCounted = rule.firstDay === 'counted';
  const beforeFirst = isCounted ? start - 1 : start;
  const steps: ClockStep[] = [{ code: 'started', date: input.startedOn, isCounted }];

  let count = countLimit(beforeFirst, limit, rule, pauses, calendar);
  let unpublishedYear = count.unpublishedYear;
  steps.push(countedStep(count, limit, calendar), ...movedSteps(count));
  for (const extension of extensions) {
    const from = count.due;
    count = countLimit(from, extension, rule, pauses, calendar);
    unpublishedYear ??= count.unpublishedYear;
    steps.push({ code: 'extended', date: dateOf(count.lastDay), from: dateOf(from), limit: extension });
    steps.push(...movedSteps(count));
  }

  const due = count.due;
  const dueOn = dateOf(due);
  const inForce = pauses.filter((pause) => pause.from <= due);
  steps.push(...inForce.map(pausedStep));
  if (unpublishedYear !== undefined)
    steps.push({ code: 'calendar-unpublished', date: dueOn, year: unpublishedYear });
  steps.push({ code: 'due', date: dueOn });

  const isLate = today > due;
  const now = Math.max(today, beforeFirst);
  const daysBetween = (after: number, upTo: number) => countDays(after, upTo, limit.unit, inForce, calendar);
  return {
    ok: true,
    dueOn,
    provisional: unpublishedYear !== undefined,
    usedDays: daysBetween(beforeFirst, now),
    // 0 - x: never minus zero.
    remainingDays: isLate ? 0 - daysBetween(due, now) : daysBetween(now, due),
    isLate,
    isPaused: isWithin(today, inForce),
    steps,
  };
}

type NumberedPause = Span & { readonly pause: Pause };

function asSpan(pause: Pause, today: number): NumberedPause {
  const from = dayNumberOf(pause.from);
  return { pause, from, until: pause.until ? dayNumberOf(pause.until) : Math.max(from, today + 1) };
}

/** Longer than any limit in law; keeps a slip of the finger from being counted day by day. */
const longestLimit = 3660;

function findRefusal(
  limit: Limit,
  extensions: readonly Limit[],
  pauses: readonly NumberedPause[],
  start: number,
): ClockRefusal | undefined {
  const isInRange = ({ count }: Limit) => Number.isInteger(count) && count >= 1 && count <= longestLimit;
  if (!isInRange(limit)) return 'limit-out-of-range';
  if (!extensions.every(isInRange)) return 'extension-out-of-range';
  const inOrder = [...pauses].sort((one, other) => one.from - other.from || one.until - other.until);
  for (const [index, { pause, from, until }] of inOrder.entries()) {
    if (from < start) return 'pause-before-start';
    if (until < from) return 'pause-ends-before-it-begins';
    const next = inOrder[index + 1];
    if (next && (!pause.until || next.from < until)) return 'pauses-overlap';
  }
  return undefined;
}

function countedStep(count: Count, limit: Limit, calendar: Calendar): ClockStep {
  const isWeekend = (day: number) => calendarDay(calendar, day).isWeekend;
  const holidays = count.leftOut.filter((day) => !isWeekend(day));
  return {
    code: 'counted',
    date: dateOf(count.lastDay),
    limit,
    weekendDays: count.leftOut.length - holidays.length,
    holidays: holidays.map(dateOf),
    makeUpDays: count.makeUpDays.map(dateOf),
  };
}

function movedSteps({ lastDay, due }: Count): ClockStep[] {
  return lastDay === due ? [] : [{ code: 'moved', date: dateOf(due), from: dateOf(lastDay) }];
}

function pausedStep({ pause, from, until }: NumberedPause): ClockStep {
  return { code: 'paused', date: pause.from, until: pause.until, days: until - from };
}
