import type { Calendar } from './calendar.ts';
import { calendarDay, dateOf, dayNumberOf } from './day-number.ts';

/** Natural days (日), working days (工作日) or months (月); each procedure says which (e.g. 行政复议法 88). */
export const limitUnits = ['working-day', 'natural-day', 'month'] as const;
export type LimitUnit = (typeof limitUnits)[number];

export type Limit = { readonly count: number; readonly unit: LimitUnit };

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

  let lastDay = limit.unit === 'month' ? lastOfMonths(after, limit.count, pauses) : after;
  for (let counted = limit.unit === 'month' ? limit.count : 0; counted < limit.count; ) {
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

/**
 * The day that corresponds to the one before the first counted day, or the month's last where it has none (民法典 202).
 * Days on which the clock stood are added at the end.
 */
function lastOfMonths(after: number, months: number, pauses: readonly Span[]): number {
  let lastDay = dayNumberOf(dateOf(after).add({ months }));
  for (let day = after + 1; day <= lastDay; day += 1) if (isWithin(day, pauses)) lastDay += 1;
  return lastDay;
}

/** How many days of the unit, of months natural days, lie after `after` up to and including `upTo`, paused ones left out. */
export function countDays(
  after: number,
  upTo: number,
  unit: LimitUnit,
  pauses: readonly Span[],
  calendar: Calendar,
): number {
  let days = 0;
  for (let day = after + 1; day <= upTo; day += 1) {
    if (isWithin(day, pauses)) continue;
    if (unit !== 'working-day' || calendarDay(calendar, day).isWorkingDay) days += 1;
  }
  return days;
}

/** Whether the clock stands on this day. */
export function isWithin(day: number, spans: readonly Span[]): boolean {
  return spans.some(({ from, until }) => day >= from && day < until);
}

/** A counting rule as it is stored with a clock. */
export const countingCodes = [
  'not-counted next-working-day',
  'not-counted stays',
  'counted next-working-day',
  'counted stays',
] as const;
export type CountingCode = (typeof countingCodes)[number];

export function countingCodeOf({ firstDay, lastDayOnHoliday }: CountingRule): CountingCode {
  return `${firstDay} ${lastDayOnHoliday}`;
}

export function countingOf(code: CountingCode): CountingRule {
  const [firstDay, lastDayOnHoliday] = code.split(' ') as [
    CountingRule['firstDay'],
    CountingRule['lastDayOnHoliday'],
  ];
  return { firstDay, lastDayOnHoliday };
}
