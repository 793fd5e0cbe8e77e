import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type Calendar, type CalendarData, makeCalendar } from '#domain/roadmap/calendar.ts';

/**
 * The State Council's calendar as the package `chinese-days` knows it, with what the city's pack adds or corrects.
 * A year that neither knows is not published: whatever is reckoned into it is provisional.
 */
export function makeCityCalendar(overrides: CalendarData): Calendar {
  return makeCalendar(cityCalendarData(overrides));
}

/** The same as data. */
export function cityCalendarData(overrides: CalendarData): CalendarData {
  const holidays = new Set(Object.keys(published.holidays));
  const makeUpWorkdays = new Set(Object.keys(published.workdays));
  const publishedYears = new Set([...holidays].map((day) => Number(day.slice(0, 4))));
  for (const day of overrides.holidays) {
    holidays.add(day);
    makeUpWorkdays.delete(day);
  }
  for (const day of overrides.makeUpWorkdays) makeUpWorkdays.add(day);
  for (const year of overrides.publishedYears) publishedYears.add(year);
  return { holidays, makeUpWorkdays, publishedYears };
}
