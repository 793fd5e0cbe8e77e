import type { Temporal } from 'temporal-polyfill';

/** Which days offices work. A year counts as published once the State Council's notice for it is known. */
export type Calendar = {
  readonly isWorkingDay: (date: Temporal.PlainDate) => boolean;
  readonly isPublished: (year: number) => boolean;
};

/** A calendar as data: dates are ISO days, e.g. 2026-10-01. Where both lists name a day, the working day wins. */
export type CalendarData = {
  readonly holidays: Iterable<string>;
  readonly makeUpWorkdays: Iterable<string>;
  readonly publishedYears: Iterable<number>;
};

/** The holidays that fall on the same day every year (全国年节及纪念日放假办法 2, as amended for 2025). */
const fixedHolidays = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/**
 * Makes a calendar: weekends and holidays are off, make-up days are worked. In a year whose notice is not out yet,
 * only weekends and the holidays with a fixed date are known to be off.
 */
export function makeCalendar(data: CalendarData): Calendar {
  const holidays = new Set(data.holidays);
  const makeUpWorkdays = new Set(data.makeUpWorkdays);
  const publishedYears = new Set(data.publishedYears);
  return {
    isPublished: (year) => publishedYears.has(year),
    isWorkingDay: (date) => {
      const day = date.toString();
      if (makeUpWorkdays.has(day)) return true;
      if (date.dayOfWeek > 5 || holidays.has(day)) return false;
      return publishedYears.has(date.year) || !fixedHolidays.has(day.slice(5));
    },
  };
}
