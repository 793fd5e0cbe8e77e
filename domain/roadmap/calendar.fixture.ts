import { makeCalendar } from './calendar.ts';

/** 2026 as the State Council published it; 2027 is not out. Written by hand, so that tests owe nothing to a package. */
export const calendarOf2026 = makeCalendar({
  holidays: [
    ...days('2026-01-', 1, 3),
    ...days('2026-02-', 15, 23),
    ...days('2026-04-', 4, 6),
    ...days('2026-05-', 1, 5),
    ...days('2026-06-', 19, 21),
    ...days('2026-09-', 25, 27),
    ...days('2026-10-', 1, 7),
  ],
  makeUpWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  publishedYears: [2026],
});

function days(month: string, first: number, last: number): string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, offset) => month + String(first + offset).padStart(2, '0'),
  );
}
