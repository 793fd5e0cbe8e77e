import { createHash } from 'node:crypto';
import { type Calendar, type CalendarData, makeCalendar } from '#domain/roadmap/calendar.ts';

/** A calendar as it is kept: its days in order, so that the same days are the same text. */
export type KeptCalendar = {
  readonly holidays: readonly string[];
  readonly makeUpWorkdays: readonly string[];
  readonly publishedYears: readonly number[];
};
export type CalendarVersion = { readonly hash: string; readonly days: KeptCalendar; readonly loadedAt: Date };

/** The city's calendar through time: by which days were counted when. */
export type CalendarBook = {
  /** As it stands now. */
  readonly current: { readonly hash: string; readonly days: KeptCalendar };
  /** The calendar that was known at an instant; at times before the first was kept, the first. */
  readonly at: (instant: string) => Calendar;
  /** Takes the versions as they stand in the database, in their order. */
  readonly replace: (versions: readonly CalendarVersion[]) => void;
};

/** `calendar` is the one that the program counts with, made from `data`. */
export function createCalendarBook(calendar: Calendar, data: CalendarData): CalendarBook {
  const days: KeptCalendar = {
    holidays: [...data.holidays].sort(),
    makeUpWorkdays: [...data.makeUpWorkdays].sort(),
    publishedYears: [...data.publishedYears].sort((one, other) => one - other),
  };
  const hash = createHash('sha256').update(JSON.stringify(days)).digest('hex').slice(0, 16);
  const made = new Map<string, Calendar>([[hash, calendar]]);
  let versions: readonly { readonly calendar: Calendar; readonly fromMs: number }[] = [];
  return {
    current: { hash, days },
    at(instant) {
      const ms = Date.parse(instant);
      return (versions.findLast(({ fromMs }) => fromMs <= ms) ?? versions[0])?.calendar ?? calendar;
    },
    replace(kept) {
      versions = kept.map((version) => {
        const known = made.get(version.hash) ?? makeCalendar(version.days);
        made.set(version.hash, known);
        return { calendar: known, fromMs: version.loadedAt.getTime() };
      });
    },
  };
}
