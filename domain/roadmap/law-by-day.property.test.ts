import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { makeCalendar } from './calendar.ts';
import { computeClock } from './clock.ts';
import { type Amount, dayOn, type History, isoOf, type PaperCalendar, tell } from './law-by-day.fixture.ts';

const first = dayOn(2026, 1, 1);
const someDays = fc
  .uniqueArray(fc.integer({ min: 0, max: 1100 }), { maxLength: 50 })
  .map((offsets) => new Set(offsets.map((offset) => first + offset)));

const calendars: fc.Arbitrary<PaperCalendar> = fc.record({
  off: someDays,
  worked: someDays,
  // Years are published one after the other; the last of a long limit are not out yet.
  published: fc
    .integer({ min: 2025, max: 2030 })
    .map((last) => new Set(Array.from({ length: last - 2020 + 1 }, (_, index) => 2020 + index))),
});

const units = ['working-day', 'natural-day', 'month'] as const;
const amount = (most: number): fc.Arbitrary<Amount> =>
  fc
    .record({ unit: fc.constantFrom(...units), count: fc.integer({ min: 1, max: most }) })
    .map(({ unit, count }) => ({ unit, count: unit === 'month' ? 1 + (count % 6) : count }));

const histories: fc.Arbitrary<History> = fc
  .record({
    start: fc.integer({ min: first, max: first + 700 }),
    limit: amount(90),
    isFirstDayCounted: fc.boolean(),
    movesOffHolidays: fc.boolean(),
    gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 25 })), {
      maxLength: 4,
    }),
    isLastOpen: fc.boolean(),
    extensions: fc.array(amount(40), { maxLength: 2 }),
    sinceStart: fc.integer({ min: -10, max: 260 }),
  })
  .map(({ gaps, isLastOpen, sinceStart, ...rest }) => {
    let day = rest.start;
    const standstills = gaps.map(([gap, length], index) => {
      const from = day + gap;
      day = from + length;
      return { from, until: isLastOpen && index === gaps.length - 1 ? null : day };
    });
    return { ...rest, standstills, today: rest.start + sinceStart };
  });

const dateOf = (day: number) => Temporal.PlainDate.from(isoOf(day));

function reckoned(history: History, calendar: ReturnType<typeof makeCalendar>) {
  const { start, limit, isFirstDayCounted, movesOffHolidays, standstills, extensions, today } = history;
  const result = computeClock({
    startedOn: dateOf(start),
    limit,
    rule: {
      firstDay: isFirstDayCounted ? 'counted' : 'not-counted',
      lastDayOnHoliday: movesOffHolidays ? 'next-working-day' : 'stays',
    },
    pauses: standstills.map(({ from, until }) => ({
      from: dateOf(from),
      ...(until !== null && { until: dateOf(until) }),
    })),
    extensions,
    calendar,
    today: dateOf(today),
  });
  if (!result.ok) throw new Error(result.reason);
  return {
    due: result.dueOn.toString(),
    isProvisional: result.provisional,
    used: result.usedDays,
    remaining: result.remainingDays,
    isLate: result.isLate,
    isPaused: result.isPaused,
  };
}

test('of thousands of lawful histories the clock says what the law, walked day by day, says', () => {
  let told = 0;
  let provisional = 0;
  fc.assert(
    fc.property(calendars, fc.array(histories, { minLength: 20, maxLength: 20 }), (paper, several) => {
      const calendar = makeCalendar({
        holidays: [...paper.off].map(isoOf),
        makeUpWorkdays: [...paper.worked].map(isoOf),
        publishedYears: paper.published,
      });
      for (const history of several) {
        const expected = tell(history, paper);
        expect(reckoned(history, calendar)).toEqual({ ...expected, due: isoOf(expected.due) });
        told += 1;
        if (expected.isProvisional) provisional += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(told).toBeGreaterThanOrEqual(6000);
  // The histories do reach into years that are not published, and do not all.
  expect(provisional).toBeGreaterThan(300);
  expect(provisional).toBeLessThan(told - 300);
}, 60_000);

test('the model itself knows what a calendar on the wall shows', () => {
  const paper: PaperCalendar = {
    off: new Set([1, 2, 3, 4, 5, 6, 7].map((date) => dayOn(2026, 10, date))),
    worked: new Set([dayOn(2026, 10, 10)]),
    published: new Set([2026]),
  };
  const plain = {
    start: dayOn(2026, 9, 25),
    isFirstDayCounted: false,
    movesOffHolidays: true,
    standstills: [],
    extensions: [],
    today: dayOn(2026, 9, 25),
  };
  const due = (history: Partial<History> & Pick<History, 'limit'>) =>
    isoOf(tell({ ...plain, ...history }, paper).due);
  // Worked out by hand: seven days after a Friday end on 2 October, within National Day; the eighth is worked again.
  expect(due({ limit: { count: 7, unit: 'natural-day' } })).toBe('2026-10-08');
  // 28, 29, 30 September, 8, 9 and the worked Saturday 10 October.
  expect(due({ limit: { count: 6, unit: 'working-day' } })).toBe('2026-10-10');
  // 民法典 202: 31 August and six months end on 28 February 2027, a Sunday of a year not published, and move to Monday.
  expect(due({ start: dayOn(2026, 8, 31), limit: { count: 6, unit: 'month' } })).toBe('2027-03-01');
  expect(
    tell({ ...plain, start: dayOn(2026, 8, 31), limit: { count: 6, unit: 'month' } }, paper).isProvisional,
  ).toBe(true);
  expect(isoOf(dayOn(2028, 2, 29))).toBe('2028-02-29');
});
