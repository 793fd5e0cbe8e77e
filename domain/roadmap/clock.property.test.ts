import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { makeCalendar } from './calendar.ts';
import { computeClock } from './clock.ts';

/**
 * An independent model: days are plain numbers on one long list, every question is a filter over the list. It shares
 * nothing with the clock but the rules of law.
 */
const origin = Temporal.PlainDate.from('2026-01-01'); // a Thursday
const length = 1500;
const toDate = (index: number) => origin.add({ days: index });
const isWeekend = (index: number) => (index + 3) % 7 >= 5; // index 0 is a Thursday
const everyDay = Array.from({ length }, (_, index) => index);

const dayOff = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 60 });
const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 15 })), {
  maxLength: 3,
});

const situation = fc.record({
  start: fc.integer({ min: 10, max: 300 }),
  count: fc.integer({ min: 1, max: 90 }),
  isWorking: fc.boolean(),
  isFirstCounted: fc.boolean(),
  moves: fc.boolean(),
  off: dayOff,
  madeUp: dayOff,
  gaps,
  extensions: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 2 }),
  todayOffset: fc.integer({ min: -5, max: 200 }),
});

test('due day, used and remaining days agree with a list of days', () => {
  fc.assert(
    fc.property(
      situation,
      ({ start, count, isWorking, isFirstCounted, moves, off, madeUp, gaps, extensions, todayOffset }) => {
        const today = start + todayOffset;
        const offSet = new Set(off);
        const madeUpSet = new Set(madeUp);
        const works = (index: number) => madeUpSet.has(index) || (!isWeekend(index) && !offSet.has(index));
        let at = start;
        const pauses = gaps.map(([gap, days]) => {
          const from = at + gap;
          at = from + days;
          return { from, until: at };
        });
        const stands = (index: number) => pauses.some(({ from, until }) => index >= from && index < until);

        const counts = everyDay.filter((index) => !stands(index) && (!isWorking || works(index)));
        const ends = everyDay.filter((index) => !stands(index) && works(index));
        const reach = (after: number, days: number) => {
          const last = counts.filter((index) => index > after)[days - 1] ?? Number.NaN;
          return moves ? (ends.find((index) => index >= last) ?? Number.NaN) : last;
        };
        const before = isFirstCounted ? start - 1 : start;
        const due = extensions.reduce(reach, reach(before, count));

        const unit = isWorking ? 'working-day' : 'natural-day';
        const result = computeClock({
          startedOn: toDate(start),
          limit: { count, unit },
          rule: {
            firstDay: isFirstCounted ? 'counted' : 'not-counted',
            lastDayOnHoliday: moves ? 'next-working-day' : 'stays',
          },
          pauses: pauses.map(({ from, until }) => ({ from: toDate(from), until: toDate(until) })),
          extensions: extensions.map((days) => ({ count: days, unit })),
          calendar: makeCalendar({
            holidays: off.map((index) => toDate(index).toString()),
            makeUpWorkdays: madeUp.map((index) => toDate(index).toString()),
            publishedYears: [2026, 2027, 2028, 2029, 2030],
          }),
          today: toDate(today),
        });
        if (!result.ok) throw new Error(result.reason);
        expect(result.dueOn.toString()).toBe(toDate(due).toString());
        expect(result.provisional).toBe(false);
        expect(result.isLate).toBe(today > due);

        // Pauses that begin after the due day change nothing.
        const standsInForce = (index: number) =>
          pauses.some(({ from, until }) => from <= due && index >= from && index < until);
        const runs = everyDay.filter((index) => !standsInForce(index) && (!isWorking || works(index)));
        const between = (after: number, upTo: number) =>
          runs.filter((index) => index > after && index <= upTo).length;
        expect(result.isPaused).toBe(standsInForce(today));
        expect(result.usedDays).toBe(between(before, today));
        expect(result.remainingDays).toBe(
          today > due ? 0 - between(due, today) : between(Math.max(today, before), due),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('a longer limit, a pause or an extension never makes the due day earlier', () => {
  const calendar = makeCalendar({ holidays: [], makeUpWorkdays: [], publishedYears: [2026, 2027] });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('working-day' as const, 'natural-day' as const),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 30 }),
      (start, count, unit, gap, days) => {
        const due = (change: object) => {
          const startedOn = toDate(start);
          const result = computeClock({
            startedOn,
            limit: { count, unit },
            calendar,
            today: startedOn,
            ...change,
          });
          if (!result.ok) throw new Error(result.reason);
          return result.dueOn;
        };
        const pauses = [{ from: toDate(start + gap), until: toDate(start + gap + days) }];
        const plain = due({});
        expect(
          Temporal.PlainDate.compare(due({ limit: { count: count + 1, unit } }), plain),
        ).toBeGreaterThanOrEqual(0);
        expect(Temporal.PlainDate.compare(due({ pauses }), plain)).toBeGreaterThanOrEqual(0);
        expect(Temporal.PlainDate.compare(due({ extensions: [{ count: 1, unit }] }), plain)).toBe(1);
      },
    ),
  );
});
