import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';

/**
 * Days as whole numbers since 2000-01-01. A queue shows hundreds of clocks, each counted day by day; with numbers and
 * remembered days that costs a hundredth of the same walk over calendar dates.
 */
const origin = Temporal.PlainDate.from('2000-01-01');

export function dayNumberOf(date: Temporal.PlainDate): number {
  return origin.until(date).days;
}

export function dateOf(dayNumber: number): Temporal.PlainDate {
  return origin.add({ days: dayNumber });
}

/** What a calendar says about one day. */
export type CalendarDay = {
  readonly date: Temporal.PlainDate;
  readonly year: number;
  readonly isWeekend: boolean;
  readonly isWorkingDay: boolean;
  readonly isPublished: boolean;
};

const knownDays = new WeakMap<Calendar, Map<number, CalendarDay>>();

/** What the calendar says about the day of this number; a calendar never changes its answer, so it is asked once. */
export function calendarDay(calendar: Calendar, dayNumber: number): CalendarDay {
  let days = knownDays.get(calendar);
  if (!days) {
    days = new Map();
    knownDays.set(calendar, days);
  }
  const known = days.get(dayNumber);
  if (known) return known;
  const date = dateOf(dayNumber);
  const day: CalendarDay = {
    date,
    year: date.year,
    isWeekend: date.dayOfWeek > 5,
    isWorkingDay: calendar.isWorkingDay(date),
    isPublished: calendar.isPublished(date.year),
  };
  days.set(dayNumber, day);
  return day;
}
