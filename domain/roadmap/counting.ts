import type { Calendar } from './calendar.ts';
import { calendarDay } from './day-number.ts';

/** Natural days (日) or working days (工作日); each procedure says which (e.g. 行政复议法 88). */
export const dayUnits = ['working-day', 'natural-day'] as const;
export type DayUnit = (typeof dayUnits)[number];

export type Limit = { readonly count: number; readonly unit: DayUnit };

/** How a procedure counts. */
export type CountingRule = {
  readonly firstDay: 'not-counted' | 'counted';
  readonly lastDayOnHoliday: 'next-working-day' | 'stays';
};

/** The default: the first day is not counted, a last day on a holiday moves on (民诉法 85; 民法典 201, 203). */
export const civilCounting: CountingRule = { firstDay: 'not-counted', lastDayOnHoliday: 'next-working-day' };

/** A pause as day numbers: the clock stands on `from` and runs again on `until`. */
export type Span = { readonly from: number; readonly until: number };

/** What the counting of one limit met on its way; days that a pause covers stand in neither list. */
export type Count = {
  /** The last counted day, before any move to a working day. */
  readonly lastDay: number;
  /** The day by which it must be done. */
  readonly due: number;
  /** Days on weekends and holidays that were left out of a limit in working days. */
  readonly leftOut: readonly number[];
  /** Days on a weekend that count because they are worked instead of another day. */
  readonly makeUpDays: readonly number[];
  /** The first year without a published calendar on which the result depends. */
  readonly unpublishedYear: number | undefined;
};

/** Counts a limit from the day after `after`, leaving out paused days. Days are day numbers. */
export function countLimit(
  after: number,
  limit: Limit,
  rule: CountingRule,
  pauses: readonly Span[],
  calendar: Calendar,
): Count {
  const leftOut: number[] = [];
  const makeUpDays: number[] = [];
  let unpublishedYear: number | undefined;
  const ask = (dayNumber: number) => {
    const day = calendarDay(calendar, dayNumber);
    if (!day.isPublished) unpublishedYear ??= day.year;
    return day;
  };

  let lastDay = after;
  for (let counted = 0; counted < limit.count; ) {
    lastDay += 1;
    if (isWithin(lastDay, pauses)) continue;
    if (limit.unit === 'working-day') {
      const day = ask(lastDay);
      if (!day.isWorkingDay) {
        leftOut.push(lastDay);
        continue;
      }
      if (day.isWeekend) makeUpDays.push(lastDay);
    }
    counted += 1;
  }

  let due = lastDay;
  if (rule.lastDayOnHoliday === 'next-working-day') {
    while (isWithin(due, pauses) || !ask(due).isWorkingDay) due += 1;
  }
  return { lastDay, due, leftOut, makeUpDays, unpublishedYear };
}

/** How many days of the unit lie after `after` up to and including `upTo`, paused ones left out. */
export function countDays(
  after: number,
  upTo: number,
  unit: DayUnit,
  pauses: readonly Span[],
  calendar: Calendar,
): number {
  let days = 0;
  for (let day = after + 1; day <= upTo; day += 1) {
    if (isWithin(day, pauses)) continue;
    if (unit === 'natural-day' || calendarDay(calendar, day).isWorkingDay) days += 1;
  }
  return days;
}

/** Whether the clock stands on this day. */
export function isWithin(day: number, spans: readonly Span[]): boolean {
  return spans.some(({ from, until }) => day >= from && day < until);
}
