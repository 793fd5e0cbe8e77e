import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarOf2026 as calendar } from './calendar.fixture.ts';
import { type ClockInput, type ClockReading, computeClock, type Pause } from './clock.ts';
import type { Limit } from './counting.ts';

const day = Temporal.PlainDate.from;
const working = (count: number): Limit => ({ count, unit: 'working-day' });
const natural = (count: number): Limit => ({ count, unit: 'natural-day' });
const pause = (from: string, until?: string): Pause => ({
  from: day(from),
  until: until ? day(until) : undefined,
});

function clock(input: Partial<ClockInput> & { startedOn: Temporal.PlainDate; limit: Limit }): ClockReading {
  const result = computeClock({ calendar, today: input.startedOn, ...input });
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe('the due day, worked out by hand', () => {
  test.each([
    // Oct 1–7 off; Thu 8, Fri 9, and Sat 10 is worked instead.
    ['2026-09-30', working(3), '2026-10-10', false],
    // 17, 18, Sun 20 is worked instead, 21, 22.
    ['2026-09-16', working(5), '2026-09-22', false],
    // 23, 24, Mid-autumn 25–27 off, 28, 29, 30.
    ['2026-09-22', working(5), '2026-09-30', false],
    // A start on a holiday: 8, 9.
    ['2026-10-03', working(2), '2026-10-09', false],
    // Sept 18 + 15 = Oct 3, a holiday: the 8th.
    ['2026-09-18', natural(15), '2026-10-08', false],
    // Oct 10 is a Saturday, but worked.
    ['2026-09-10', natural(30), '2026-10-10', false],
    // 60 days from Mar 2 end on May 1; the holiday lasts until the 5th.
    ['2026-03-02', natural(60), '2026-05-06', false],
    // An ordinary Sunday moves to Monday.
    ['2026-11-07', natural(15), '2026-11-23', false],
    // 29, 30, 31; New Year is off in any year; Mon 4, Tue 5 of an unpublished year.
    ['2026-12-28', working(5), '2027-01-05', true],
    ['2026-12-28', working(3), '2026-12-31', false],
    ['2026-12-25', natural(5), '2026-12-30', false],
    ['2026-12-25', natural(7), '2027-01-04', true],
    ['2026-12-25', natural(10), '2027-01-04', true],
  ])('%s and %o make %s', (startedOn, limit, dueOn, provisional) => {
    const reading = clock({ startedOn: day(startedOn), limit });
    expect(reading.dueOn.toString()).toBe(dueOn);
    expect(reading.provisional).toBe(provisional);
  });

  test('a procedure may count its first day and leave a last day on a holiday where it is', () => {
    const startedOn = day('2026-09-30');
    const counted = { firstDay: 'counted', lastDayOnHoliday: 'next-working-day' } as const;
    const stays = { firstDay: 'not-counted', lastDayOnHoliday: 'stays' } as const;
    expect(clock({ startedOn, limit: working(3), rule: counted }).dueOn.toString()).toBe('2026-10-09');
    expect(clock({ startedOn, limit: natural(3), rule: stays }).dueOn.toString()).toBe('2026-10-03');
    expect(clock({ startedOn: day('2026-12-30'), limit: natural(3), rule: stays }).provisional).toBe(false);
  });

  test('an extension counts from the due day as moved', () => {
    // 60 days from Mar 2 end on May 1, moved to May 6; 30 more end on June 5, a Friday (not May 31).
    const reading = clock({ startedOn: day('2026-03-02'), limit: natural(60), extensions: [natural(30)] });
    expect(reading.dueOn.toString()).toBe('2026-06-05');
  });

  test('a pause leaves its days out, the day of its end is counted again', () => {
    // Tue 3 counts; 4 to 8 stand; Mon 9, 10, 11, 12.
    const reading = clock({
      startedOn: day('2026-11-02'),
      limit: working(5),
      pauses: [pause('2026-11-04', '2026-11-09')],
      today: day('2026-11-06'),
    });
    expect(reading.dueOn.toString()).toBe('2026-11-12');
    expect(reading).toMatchObject({ usedDays: 1, remainingDays: 4, isPaused: true, isLate: false });
  });

  test('a limit whose last day is followed by a holiday inside a pause moves past the pause', () => {
    // Five days from Mon 2 end on Sat 7; the clock stands from Sunday to Wednesday.
    const reading = clock({
      startedOn: day('2026-11-02'),
      limit: natural(5),
      pauses: [pause('2026-11-08', '2026-11-11')],
    });
    expect(reading.dueOn.toString()).toBe('2026-11-11');
  });

  test('an open pause moves the due day by a day every day', () => {
    const at = (today: string) =>
      clock({
        startedOn: day('2026-11-02'),
        limit: natural(4),
        pauses: [pause('2026-11-04')],
        today: day(today),
      });
    expect(at('2026-11-04').dueOn.toString()).toBe('2026-11-09');
    expect(at('2026-11-06').dueOn.toString()).toBe('2026-11-09');
    expect(at('2026-11-24').dueOn.toString()).toBe('2026-11-27');
    expect(at('2026-11-24')).toMatchObject({ isPaused: true, isLate: false, usedDays: 1, remainingDays: 3 });
  });

  test('a pause after the due day cures nothing', () => {
    const reading = clock({
      startedOn: day('2026-11-02'),
      limit: working(2),
      pauses: [pause('2026-11-06')],
      today: day('2026-11-10'),
    });
    expect(reading).toMatchObject({ isLate: true, isPaused: false, remainingDays: -4, usedDays: 6 });
  });
});

describe('how it stands', () => {
  const startedOn = day('2026-11-02');
  test.each([
    ['2026-10-30', { usedDays: 0, remainingDays: 4, isLate: false }],
    ['2026-11-02', { usedDays: 0, remainingDays: 4, isLate: false }],
    ['2026-11-03', { usedDays: 1, remainingDays: 3, isLate: false }],
    ['2026-11-06', { usedDays: 4, remainingDays: 0, isLate: false }],
    // Saturday: late, but not yet by a working day.
    ['2026-11-07', { usedDays: 4, remainingDays: 0, isLate: true }],
    ['2026-11-09', { usedDays: 5, remainingDays: -1, isLate: true }],
  ])('on %s: %o', (today, expected) => {
    expect(clock({ startedOn, limit: working(4), today: day(today) })).toMatchObject(expected);
  });
});

describe('refusals', () => {
  const startedOn = day('2026-11-02');
  test.each([
    [{ limit: working(0) }, 'limit-out-of-range'],
    [{ limit: working(1.5) }, 'limit-out-of-range'],
    [{ limit: working(1e9) }, 'limit-out-of-range'],
    [{ extensions: [natural(-1)] }, 'extension-out-of-range'],
    [{ pauses: [pause('2026-11-01', '2026-11-03')] }, 'pause-before-start'],
    [{ pauses: [pause('2026-11-05', '2026-11-03')] }, 'pause-ends-before-it-begins'],
    [{ pauses: [pause('2026-11-05', '2026-11-08'), pause('2026-11-04', '2026-11-06')] }, 'pauses-overlap'],
    [{ pauses: [pause('2026-11-08', '2026-11-09'), pause('2026-11-04')] }, 'pauses-overlap'],
  ])('%o: %s', (change, reason) => {
    expect(computeClock({ startedOn, limit: working(5), calendar, today: startedOn, ...change })).toEqual({
      ok: false,
      reason,
    });
  });

  test('pauses that only touch are accepted', () => {
    const pauses = [pause('2026-11-04', '2026-11-06'), pause('2026-11-06', '2026-11-09')];
    expect(computeClock({ startedOn, limit: working(5), calendar, today: startedOn, pauses }).ok).toBe(true);
  });
});
