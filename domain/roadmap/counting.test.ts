import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarOf2026 as calendar } from './calendar.fixture.ts';
import { type ClockInput, type ClockReading, computeClock, type Pause } from './clock.ts';

const day = Temporal.PlainDate.from;
const pause = (from: string, until: string): Pause => ({ from: day(from), until: day(until) });

function months(count: number, startedOn: string, input: Partial<ClockInput> = {}): ClockReading {
  const limit = { count, unit: 'month' } as const;
  const result = computeClock({
    startedOn: day(startedOn),
    limit,
    calendar,
    today: day(startedOn),
    ...input,
  });
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe('a limit in months ends on the corresponding day (民法典 202), worked out by hand', () => {
  test.each([
    // Nov 2 → Dec 2, a Wednesday.
    [1, '2026-11-02', '2026-12-02', false],
    // Feb has no 31st: its last day, Sat Feb 28, is worked instead of the Spring Festival.
    [1, '2026-01-31', '2026-02-28', false],
    // Leap year: the last day is Tue Feb 29.
    [1, '2028-01-31', '2028-02-29', true],
    [1, '2028-01-29', '2028-02-29', true],
    // Aug 31 → Sept 30; a short month is no reason to end earlier than it has days.
    [1, '2026-08-31', '2026-09-30', false],
    // From the last day of a short month to the same number, not to the last day: Jun 30 → Jul 30.
    [1, '2026-06-30', '2026-07-30', false],
    // Sept 1 → Oct 1, National Day until the 7th: Thu Oct 8.
    [1, '2026-09-01', '2026-10-08', false],
    // Jan 16 → Feb 16, Spring Festival until the 23rd: Tue Feb 24.
    [1, '2026-01-16', '2026-02-24', false],
    // Nov 30 + 3 months → Feb 28, 2027, a Sunday of an unpublished year: Mon Mar 1.
    [3, '2026-11-30', '2027-03-01', true],
    [12, '2026-03-10', '2027-03-10', true],
    // From the leap day a year on: Feb 28, 2029, a Wednesday.
    [12, '2028-02-29', '2029-02-28', true],
  ])('%i from %s: %s', (count, startedOn, dueOn, provisional) => {
    const reading = months(count, startedOn);
    expect([reading.dueOn.toString(), reading.provisional]).toEqual([dueOn, provisional]);
  });

  test('where the first day counts it ends a day earlier', () => {
    const rule = { firstDay: 'counted', lastDayOnHoliday: 'next-working-day' } as const;
    expect(months(1, '2026-11-03', { rule }).dueOn.toString()).toBe('2026-12-02');
  });

  test.each([
    ['in its middle', [pause('2026-11-10', '2026-11-15')], '2026-12-07'], // Dec 2 + 5 days, a Monday
    // 1, 2 and 3 Dec stand; the two days that were left are 4 and Sat 5: Mon 7.
    ['over its last day', [pause('2026-12-01', '2026-12-04')], '2026-12-07'],
    // The second one is reached only because of the first: Dec 2 + 2 = 4; 4 and 5 stand: Sun 6, Mon 7.
    ['before another', [pause('2026-11-10', '2026-11-12'), pause('2026-12-04', '2026-12-06')], '2026-12-07'],
    ['on its first day', [pause('2026-11-02', '2026-11-03')], '2026-12-02'], // a day that does not count anyway
    ['after its end', [pause('2026-12-03', '2026-12-20')], '2026-12-02'],
  ])('a pause %s', (_, pauses, dueOn) => {
    expect(months(1, '2026-11-02', { pauses }).dueOn.toString()).toBe(dueOn);
  });

  test('it stands in natural days used and left, paused ones left out', () => {
    const pauses = [pause('2026-11-10', '2026-11-15')];
    // To Nov 9 seven days; the five stand; 15 to 20 six more; from 21 to Dec 7 seventeen.
    const reading = months(1, '2026-11-02', { pauses, today: day('2026-11-20') });
    expect(reading).toMatchObject({ usedDays: 13, remainingDays: 17, isLate: false });
    expect(months(1, '2026-11-02', { today: day('2026-12-05') })).toMatchObject({
      isLate: true,
      remainingDays: -3,
    });
  });

  test('an extension in days counts from the day as moved', () => {
    // Sept 1 → Oct 1 → Oct 8; 30 days more: Nov 7, a Saturday: Mon Nov 9.
    const extensions = [{ count: 30, unit: 'natural-day' }] as const;
    expect(months(1, '2026-09-01', { extensions }).dueOn.toString()).toBe('2026-11-09');
  });
});
