import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { makeCityCalendar } from './calendar.ts';

const day = Temporal.PlainDate.from;
const nothing = { holidays: [], makeUpWorkdays: [], publishedYears: [] };

test('knows 2026 as published and 2027 not yet', () => {
  const calendar = makeCityCalendar(nothing);
  expect([2025, 2026, 2027].map(calendar.isPublished)).toEqual([true, true, false]);
  expect(calendar.isWorkingDay(day('2026-10-06'))).toBe(false);
  expect(calendar.isWorkingDay(day('2026-10-10'))).toBe(true);
});

test('what the city says wins over the published calendar', () => {
  const calendar = makeCityCalendar({
    holidays: ['2026-10-10', '2027-02-08'],
    makeUpWorkdays: ['2026-10-06'],
    publishedYears: [2027],
  });
  expect(calendar.isWorkingDay(day('2026-10-10'))).toBe(false);
  expect(calendar.isWorkingDay(day('2026-10-06'))).toBe(true);
  expect(calendar.isWorkingDay(day('2027-02-08'))).toBe(false);
  expect(calendar.isPublished(2027)).toBe(true);
});
