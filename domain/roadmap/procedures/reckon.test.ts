import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { calendarOf2026 as calendar } from '../calendar.fixture.ts';
import { someClock, someProcedure } from './procedure.fixture.ts';
import { type Reckoning, reckonClock } from './reckon.ts';

const day = Temporal.PlainDate.from;
const pause = (from: string, until?: string, ground?: string) => ({
  from: day(from),
  until: until ? day(until) : undefined,
  ground,
});
const accept = {
  ...someClock,
  key: 'accept',
  isMain: false,
  limit: { count: 5, unit: 'working-day' },
  extension: null,
  pauses: [],
} as const;
const procedure = { ...someProcedure, clocks: [accept, someClock] };

const reckon = (input: Partial<Reckoning>) =>
  reckonClock({ procedure, startedOn: day('2026-03-02'), at: day('2026-03-02'), calendar, ...input });
const dueOn = (input: Partial<Reckoning>) => {
  const reckoned = reckon(input);
  return reckoned.ok ? reckoned.reading.dueOn.toString() : reckoned.refusal;
};

describe('reckonClock', () => {
  test('means the main clock unless another is named', () => {
    // 60 days from Mar 2 end on May 1; the holiday lasts until the 5th.
    expect(dueOn({})).toBe('2026-05-06');
    // Tue 3, 4, 5, 6, Mon 9.
    expect(dueOn({ clockKey: 'accept' })).toBe('2026-03-09');
    expect(reckon({ clockKey: 'accept' })).toMatchObject({ clock: accept });
    expect(dueOn({ clockKey: 'settle' })).toBe('unknown-clock');
    expect(dueOn({ procedure: { ...procedure, clocks: [accept] } })).toBe('unknown-clock');
  });

  test('an extension counts from the due day as moved, up to what the law allows', () => {
    expect(dueOn({ extendBy: [30] })).toBe('2026-06-05');
    expect(dueOn({ extendBy: [31] })).toBe('extension-too-long');
    expect(dueOn({ extendBy: [10, 10] })).toBe('extension-too-often');
    expect(dueOn({ extendBy: [0] })).toBe('extension-out-of-range');
    expect(dueOn({ extendBy: [1], clockKey: 'accept' })).toBe('extension-not-provided');
  });

  test('an extension is counted in its own unit', () => {
    const extension = { most: { count: 30, unit: 'working-day' }, isMostByLaw: false, times: 1 } as const;
    const own = { ...someClock, extension: { ...extension, approvedBy: 'both-parties' as const } };
    // From May 6: Thu 7, Fri 8, and Sat 9 is worked.
    expect(dueOn({ procedure: { ...procedure, clocks: [own] }, extendBy: [3] })).toBe('2026-05-09');
  });

  test('a pause needs its ground, and lasts no longer than the ground allows in all', () => {
    // 60 days and the 10 that stand: May 11, a Monday.
    expect(dueOn({ pauses: [pause('2026-03-10', '2026-03-20')] })).toBe('2026-05-11');
    expect(dueOn({ pauses: [pause('2026-03-10', '2026-03-20', 'hearing')] })).toBe('2026-05-11');
    expect(dueOn({ pauses: [pause('2026-03-10', '2026-03-20', 'holiday')] })).toBe('pause-not-provided');
    expect(dueOn({ pauses: [pause('2026-03-10', '2026-03-20')], clockKey: 'accept' })).toBe(
      'pause-not-provided',
    );
    expect(dueOn({ pauses: [pause('2026-03-10', '2026-03-30')] })).toBe('2026-05-21');
    expect(dueOn({ pauses: [pause('2026-03-10', '2026-03-31')] })).toBe('pause-too-long');
    const twice = [pause('2026-03-10', '2026-03-25'), pause('2026-04-01', '2026-04-07')];
    expect(dueOn({ pauses: twice })).toBe('pause-too-long');
  });

  test('a pause that still stands has lasted until the day one looks', () => {
    expect(dueOn({ pauses: [pause('2026-03-10')], at: day('2026-03-29') })).toBe('2026-05-21');
    expect(dueOn({ pauses: [pause('2026-03-10')], at: day('2026-03-30') })).toBe('pause-too-long');
  });

  test('what no clock can count is refused as the clock refuses it', () => {
    expect(dueOn({ pauses: [pause('2026-03-01', '2026-03-05')] })).toBe('pause-before-start');
    expect(dueOn({ pauses: [pause('2026-03-10', '2026-03-05')] })).toBe('pause-ends-before-it-begins');
    expect(dueOn({ pauses: [pause('2026-03-10', '2026-03-15'), pause('2026-03-12', '2026-03-16')] })).toBe(
      'pauses-overlap',
    );
  });
});
