import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Draw, makeDay, makeFacts, makeTable } from './levels.fixture.ts';
import { factsOn, type LevelFacts, type LevelRow, levelOn, nextBoundary } from './levels.ts';
import { parseRule } from './rule.ts';
import { higherLevel, type Level, levelFacts } from './vocabulary.ts';

const any = <One>(make: (draw: Draw) => One): fc.Arbitrary<One> =>
  fc.gen().map((next) => make((max) => next(fc.nat, { max })));

const calm: LevelFacts = {
  dueFrom: '2026-10-01',
  dueOn: '2026-10-11',
  runningDue: ['2026-10-11', '2026-10-20'],
  returns: 0,
  transfers: 0,
  reopenings: 0,
  parties: 2,
  isInDanger: false,
};

function table(...rows: [Level, string][]): { rows: LevelRow[] } {
  return {
    rows: rows.map(([level, text]) => {
      const rule = parseRule(text);
      if (!rule.ok) throw new Error(`${text}: ${rule.code}`);
      return { level, when: rule.when };
    }),
  };
}

/** Each fact, and the one thing of the matter that moves it. A fact of anything else has no place here. */
const movedBy = {
  'share-used': { dueFrom: '2026-09-01' },
  'days-overdue': { dueOn: '2026-10-02' },
  'steps-overdue': { runningDue: ['2026-10-01'] },
  returns: { returns: 1 },
  transfers: { transfers: 1 },
  reopenings: { reopenings: 1 },
  parties: { parties: 3 },
  danger: { isInDanger: true },
} satisfies Record<string, Partial<LevelFacts>>;

describe('the facts', () => {
  test('are these and no others, and none is about a person', () => {
    expect([...levelFacts].sort()).toEqual(Object.keys(movedBy).sort());
    expect(Object.keys(calm).sort()).toEqual(
      [...new Set(Object.values(movedBy).flatMap(Object.keys)), 'dueOn']
        .filter((key, index, all) => all.indexOf(key) === index)
        .sort(),
    );
  });

  test.each(Object.entries(movedBy))(
    '%s moves with its own column of the matter or its clock',
    (fact, change) => {
      const [before, after] = [calm, { ...calm, ...change }].map((facts) => factsOn(facts, '2026-10-06'));
      const moved = levelFacts.filter((one) => before?.[one] !== after?.[one]);
      expect(moved).toContain(fact);
    },
  );

  test.each([
    ['2026-09-30', 0, 0, 0],
    ['2026-10-01', 0, 0, 0],
    ['2026-10-02', 10, 0, 0],
    ['2026-10-10', 90, 0, 0],
    ['2026-10-11', 100, 0, 0],
    ['2026-10-12', 110, 1, 1],
    ['2026-10-21', 200, 10, 2],
  ])('on %s: %i %% used, %i days and %i steps overdue', (today, share, days, steps) => {
    expect(factsOn(calm, today)).toMatchObject({
      'share-used': share,
      'days-overdue': days,
      'steps-overdue': steps,
    });
  });

  test('a share is a whole number, rounded down', () => {
    expect(factsOn({ ...calm, dueOn: '2026-10-04' }, '2026-10-03')['share-used']).toBe(66);
  });

  test('a limit of no days is used up on its day, and not before', () => {
    const facts = { ...calm, dueFrom: '2026-10-11' };
    expect(
      ['2026-10-10', '2026-10-11', '2026-10-12'].map((day) => factsOn(facts, day)['share-used']),
    ).toEqual([0, 100, 100]);
  });

  test('without a running clock nothing is used and nothing late', () => {
    const facts = { ...calm, dueFrom: null, dueOn: null, runningDue: [] };
    expect(factsOn(facts, '2027-01-01')).toMatchObject({ 'share-used': 0, 'days-overdue': 0 });
  });
});

describe('levelOn', () => {
  const rules = table(
    ['red', 'danger = 1'],
    ['blue', 'share-used >= 50'],
    ['orange', 'share-used >= 80 and returns >= 1'],
    ['orange', 'days-overdue > 0'],
    ['yellow', 'share-used >= 80'],
  );

  test.each<[string, Partial<LevelFacts>, string, Level | null]>([
    ['nothing holds', {}, '2026-10-02', null],
    ['one row holds', {}, '2026-10-06', 'blue'],
    ['the highest of those that hold, wherever it stands', {}, '2026-10-09', 'yellow'],
    ['all conditions of a row', { returns: 1 }, '2026-10-09', 'orange'],
    ['danger at once', { isInDanger: true }, '2026-10-01', 'red'],
  ])('%s', (_, change, today, level) => {
    expect(levelOn(rules, { ...calm, ...change }, today).level).toBe(level);
  });

  test('names every condition of the rows that gave it, once, with its value', () => {
    const { reasons } = levelOn(rules, { ...calm, returns: 2 }, '2026-10-14');
    expect(reasons).toEqual([
      { fact: 'share-used', op: '>=', number: 80, value: 130 },
      { fact: 'returns', op: '>=', number: 1, value: 2 },
      { fact: 'days-overdue', op: '>', number: 0, value: 3 },
    ]);
  });
});

describe('nextBoundary', () => {
  const rules = table(
    ['blue', 'share-used >= 50'],
    ['orange', 'days-overdue >= 1'],
    ['red', 'days-overdue = 3'],
  );

  test.each([
    ['2026-10-02', '2026-10-06'],
    ['2026-10-06', '2026-10-12'],
    ['2026-10-12', '2026-10-14'],
    ['2026-10-14', '2026-10-15'],
    ['2026-10-15', null],
  ])('after %s the colour changes on %s', (today, next) => {
    expect(nextBoundary(rules, calm, today)).toBe(next);
  });

  test('agrees with looking at every day', () => {
    fc.assert(
      fc.property(any(makeTable), any(makeFacts), any(makeDay), (rules, facts, today) => {
        const now = levelOn(rules, facts, today).level;
        // No threshold of these tables lies further away than 150 % of 90 days.
        const days = Array.from({ length: 400 }, (_, ahead) =>
          Temporal.PlainDate.from(today)
            .add({ days: ahead + 1 })
            .toString(),
        );
        const first = days.find((day) => levelOn(rules, facts, day).level !== now) ?? null;
        expect(nextBoundary(rules, facts, today)).toBe(first);
      }),
      { numRuns: 150 },
    );
  });
});

test('the stronger of two colours', () => {
  expect(higherLevel('yellow', 'orange')).toBe('orange');
  expect(higherLevel('red', null)).toBe('red');
  expect(higherLevel(null, null)).toBe(null);
});
