import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';

/**
 * Days as whole numbers since 2000-01-01, and back. A queue shows hundreds of clocks, each counted day by day, and a trial
 * of rules reads the same few hundred days millions of times; remembered numbers cost a hundredth of calendar dates.
 */
const origin = Temporal.PlainDate.from('2000-01-01');
const rememberedAtMost = 20_000;
const numbers = new Map<string, number>();
const dates = new Map<number, { readonly date: Temporal.PlainDate; readonly iso: string }>();

/** The number of a day that is given as an ISO date. */
export function dayNumber(iso: string): number {
  const known = numbers.get(iso);
  if (known !== undefined) return known;
  if (numbers.size >= rememberedAtMost) numbers.clear();
  const number = origin.until(Temporal.PlainDate.from(iso)).days;
  numbers.set(iso, number);
  return number;
}

export const dayNumberOf = (date: Temporal.PlainDate): number => dayNumber(date.toString());

export const dateOf = (number: number): Temporal.PlainDate => dayOf(number).date;

export const isoDay = (number: number): string => dayOf(number).iso;

function dayOf(number: number) {
  const known = dates.get(number);
  if (known !== undefined) return known;
  if (dates.size >= rememberedAtMost) dates.clear();
  const date = origin.add({ days: number });
  const day = { date, iso: date.toString() };
  dates.set(number, day);
  return day;
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
export function calendarDay(calendar: Calendar, number: number): CalendarDay {
  let days = knownDays.get(calendar);
  if (!days) {
    days = new Map();
    knownDays.set(calendar, days);
  }
  const known = days.get(number);
  if (known) return known;
  const date = dateOf(number);
  const day: CalendarDay = {
    date,
    year: date.year,
    isWeekend: date.dayOfWeek > 5,
    isWorkingDay: calendar.isWorkingDay(date),
    isPublished: calendar.isPublished(date.year),
  };
  days.set(number, day);
  return day;
}
