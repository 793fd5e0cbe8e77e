import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarOf2026 as calendar } from './calendar.fixture.ts';
import { legalDay } from './legal-day.ts';

describe('makeCalendar', () => {
  test.each([
    ['2026-09-30', true, 'a Wednesday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'the last day of the holiday, a Wednesday'],
    ['2026-10-10', true, 'a Saturday worked instead'],
    ['2026-10-11', false, 'a Sunday'],
    ['2026-09-20', true, 'a Sunday worked instead'],
    ['2027-01-01', false, 'New Year, though 2027 is not published'],
    ['2027-05-02', false, 'a fixed holiday'],
    ['2027-02-08', true, 'a Monday, as long as nobody knows better'],
  ])('%s is a working day: %s (%s)', (day, expected) => {
    expect(calendar.isWorkingDay(Temporal.PlainDate.from(day))).toBe(expected);
  });

  test('knows which years are published', () => {
    expect(calendar.isPublished(2026)).toBe(true);
    expect(calendar.isPublished(2027)).toBe(false);
  });
});

test.each([
  ['2026-10-01T15:59:59.999Z', 'Asia/Shanghai', '2026-10-01'],
  ['2026-10-01T16:00:00Z', 'Asia/Shanghai', '2026-10-02'],
  ['2026-10-01T16:00:00Z', 'America/New_York', '2026-10-01'],
])('the legal day of %s in %s is %s', (instant, zone, day) => {
  expect(legalDay(Temporal.Instant.from(instant), zone).toString()).toBe(day);
});
