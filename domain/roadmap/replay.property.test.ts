import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, makeCalendar } from './calendar.ts';
import { compareReplay, isWrong, type StoredClock, type StoredMatter } from './compare-replay.ts';
import { dayOn, isoOf, type PaperCalendar } from './law-by-day.fixture.ts';
import { liveThrough, type Wish } from './lawful-course.fixture.ts';
import { replay } from './replay.ts';

const numbersOf = (days: readonly string[]): Set<number> =>
  new Set(days.map((day) => dayOn(...(day.split('-').map(Number) as [number, number, number]))));

const first: PaperCalendar = {
  off: numbersOf([
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-04-06',
    '2026-05-01',
    '2026-05-04',
    '2026-10-01',
  ]),
  worked: numbersOf(['2026-02-14', '2026-05-09', '2026-10-10']),
  published: new Set([2025, 2026]),
};
/** The notice for 2027 comes out late, on 20 January. */
const published = dayOn(2027, 1, 20);
const second: PaperCalendar = {
  off: new Set([
    ...first.off,
    ...numbersOf(['2027-01-01', '2027-02-08', '2027-02-09', '2027-02-10', '2027-04-05']),
  ]),
  worked: new Set([...first.worked, ...numbersOf(['2027-02-06', '2027-02-20'])]),
  published: new Set([2025, 2026, 2027]),
};
const made = (paper: PaperCalendar): Calendar =>
  makeCalendar({
    holidays: [...paper.off].map(isoOf),
    makeUpWorkdays: [...paper.worked].map(isoOf),
    publishedYears: paper.published,
  });
const [before, after] = [made(first), made(second)];
const calendarAt = (instant: string): Calendar => (instant.slice(0, 10) < isoOf(published) ? before : after);
const paperOn = (day: number): PaperCalendar => (day < published ? first : second);

const wanted = [
  'go-on',
  'go-on',
  'start',
  'follow',
  'note',
  'end',
  'extend',
  'pause',
  'run-again',
  'ask-help',
] as const;
const wish: fc.Arbitrary<Wish> = fc.record({
  daysLater: fc.integer({ min: 0, max: 15 }),
  act: fc.constantFrom(...wanted, 'recount' as const),
  draw: fc.nat({ max: 1000 }),
});
const on = (act: Wish['act'], daysLater: number): Wish => ({ act, daysLater, draw: 1 });
/** Often straight to where procedures begin, so that courses do go somewhere, and then whatever somebody wants. */
const courses = fc
  .record({
    from: fc.integer({ min: dayOn(2026, 8, 5), max: dayOn(2026, 12, 20) }),
    isHandled: fc.boolean(),
    isBegun: fc.boolean(),
    wishes: fc.array(wish, { maxLength: 25 }),
  })
  .map(({ from, isHandled, isBegun, wishes }) => {
    const onward = isHandled ? [on('go-on', 1), on('go-on', 2), on('go-on', 1)] : [];
    const begun = isBegun ? [on('start', 3), on('pause', 4), on('extend', 5)] : [];
    return liveThrough([...onward, ...begun, ...wishes], from, paperOn);
  });

test('whatever lawful course a matter took, its events alone tell every one of its days', () => {
  const seen = { clocks: 0, paused: 0, extended: 0, provisional: 0, carriedOut: 0, waiting: 0 };
  fc.assert(
    fc.property(courses, ({ stored, events }) => {
      const differences = compareReplay(stored, replay(events, calendarAt), after);
      expect(differences.filter(isWrong)).toEqual([]);
      // Whatever waits to be recounted was counted before the notice, and runs.
      for (const { clockId } of differences) {
        const clock = stored.clocks.find(({ id }) => id === clockId);
        expect(clock).toMatchObject({ isProvisional: true, endedOn: null });
      }
      seen.clocks += stored.clocks.length;
      seen.waiting += differences.length;
      seen.carriedOut += stored.runs.filter(({ endedOn }) => endedOn !== null).length;
      for (const { pauses, extensions, isProvisional } of stored.clocks) {
        seen.paused += Math.min(pauses.length, 1);
        seen.extended += extensions.length;
        seen.provisional += isProvisional ? 1 : 0;
      }
    }),
    { numRuns: 2000 },
  );
  // The courses are no empty ones.
  for (const [what, count] of Object.entries(seen)) expect([what, count > 100]).toEqual([what, true]);
}, 60_000);

const tampered: Readonly<Record<string, (clock: StoredClock) => StoredClock>> = {
  dueOn: (clock) => ({ ...clock, dueOn: later(clock.dueOn) }),
  startedOn: (clock) => ({ ...clock, startedOn: later(clock.startedOn) }),
  isProvisional: (clock) => ({ ...clock, isProvisional: !clock.isProvisional }),
  endedOn: (clock) => ({ ...clock, endedOn: clock.endedOn === null ? clock.dueOn : null }),
  count: (clock) => ({ ...clock, count: clock.count + 1 }),
  pauses: (clock) => ({
    ...clock,
    pauses: [...clock.pauses, { from: clock.startedOn, until: clock.dueOn, ground: 'appraisal' }],
  }),
  extensions: (clock) => ({ ...clock, extensions: [{ count: 1, unit: 'natural-day', on: clock.startedOn }] }),
  owedBy: (clock) => ({ ...clock, owedBy: 'outside' }),
};
const later = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

test('a row that was meddled with is found, whichever it is and whatever of it', () => {
  fc.assert(
    fc.property(
      courses,
      fc.nat(),
      fc.constantFrom(...Object.keys(tampered)),
      ({ stored, events }, draw, field) => {
        const index = draw % stored.clocks.length;
        const clocks = stored.clocks.map((clock, at) =>
          at === index ? (tampered[field]?.(clock) ?? clock) : clock,
        );
        const found = compareReplay({ ...stored, clocks }, replay(events, calendarAt), after).filter(isWrong);
        expect(found).toContainEqual(expect.objectContaining({ clockId: stored.clocks[index]?.id, field }));
      },
    ),
    { numRuns: 500 },
  );
}, 60_000);

test('so are a missing clock, one from nowhere, a moved day of the matter, a lost event', () => {
  fc.assert(
    fc.property(courses, fc.nat(), ({ stored, events }, draw) => {
      const kinds = (matter: StoredMatter, told = events): string[] =>
        compareReplay(matter, replay(told, calendarAt), after)
          .filter(isWrong)
          .map(({ kind, field }) => `${kind} ${field}`);
      const [some] = stored.clocks.slice(draw % stored.clocks.length);
      if (some === undefined) throw new Error('a course without a clock');
      const others = stored.clocks.filter((one) => one !== some);
      expect(kinds({ ...stored, clocks: others })).toEqual(['missing clock']);
      const stranger = { ...some, id: 'from nowhere' };
      expect(kinds({ ...stored, clocks: [...stored.clocks, stranger] })).toEqual(['unknown clock']);
      expect(kinds({ ...stored, dueOn: '2031-01-01' })).toEqual(['different dueOn']);
      expect(kinds({ ...stored, dueFrom: '2021-01-01' })).toEqual(['different dueFrom']);
      const lost = draw % events.length;
      const without = events.filter((_event, index) => index !== lost);
      expect(kinds(stored, without).length).toBeGreaterThan(0);
      expect(kinds({ ...stored, runs: [] }).filter((one) => one.startsWith('missing run'))).toHaveLength(
        stored.runs.length,
      );
    }),
    { numRuns: 300 },
  );
}, 60_000);
