import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../roadmap/calendar.ts';
import {
  type DayTally,
  daysOff,
  shownFrom,
  type UnusualRule,
  unusualIn,
  unusualRules,
} from './unusual-openings.ts';

const who = { userId: 'a', unitId: 'u', role: 'supervisor' };
const on = (day: string, counts: Partial<DayTally>): DayTally => ({
  ...who,
  day,
  outside: 0,
  atOddHours: 0,
  lookUps: 0,
  ...counts,
});
const rulesIn = (...days: DayTally[]): UnusualRule[] => unusualIn(days, [], []).map(({ rule }) => rule);

describe('what is unusual', () => {
  it.each([
    ['one below a day’s number', [on('2026-03-02', { outside: 4 })], []],
    ['a day’s number', [on('2026-03-02', { outside: 5 })], ['outside-in-a-day']],
    [
      'one below a week’s',
      [on('2026-03-02', { outside: 4 }), on('2026-03-03', { outside: 4 }), on('2026-03-08', { outside: 3 })],
      [],
    ],
    [
      'a week’s, Monday to Sunday',
      [on('2026-03-02', { outside: 4 }), on('2026-03-04', { outside: 4 }), on('2026-03-08', { outside: 4 })],
      ['outside-in-a-week'],
    ],
    [
      'the same over two weeks',
      [on('2026-03-07', { outside: 4 }), on('2026-03-08', { outside: 4 }), on('2026-03-09', { outside: 4 })],
      [],
    ],
    ['two at odd hours', [on('2026-03-02', { atOddHours: 2 })], []],
    ['three at odd hours', [on('2026-03-02', { atOddHours: 3 })], ['odd-hours']],
    ['look-ups of a busy day', [on('2026-03-02', { lookUps: 29 })], []],
    ['look-ups in great number', [on('2026-03-02', { lookUps: 30 })], ['many-look-ups']],
    [
      'two postings of one person are not added up',
      [on('2026-03-02', { outside: 3 }), { ...on('2026-03-02', { outside: 3 }), unitId: 'v' }],
      [],
    ],
  ] as const)('%s', (_name, days, rules) => {
    expect(rulesIn(...days)).toEqual(rules);
  });

  it('shows every day of a sealed file, and a place from its number on', () => {
    const sealed = [{ ...who, day: '2026-03-02', matterId: 'm', openings: 1 }];
    const places = [19, 20].map((matters) => ({
      ...who,
      day: '2026-03-03',
      regionCode: `15020400${matters}`,
      matters,
    }));
    expect(unusualIn([], sealed, places)).toEqual([
      expect.objectContaining({ rule: 'one-place', count: 20, shownFrom: 20, regionCode: '15020400' + '20' }),
      expect.objectContaining({ rule: 'sealed-file', count: 1, matterId: 'm' }),
    ]);
  });

  it('puts the latest first and never the one with the most', () => {
    const facts = unusualIn(
      [on('2026-03-02', { lookUps: 90 }), { ...on('2026-03-03', { lookUps: 31 }), userId: 'b' }],
      [],
      [],
    );
    expect(facts.map(({ fromDay, count }) => [fromDay, count])).toEqual([
      ['2026-03-03', 31],
      ['2026-03-02', 90],
    ]);
  });

  it('holds no score: of an account it says who, when, how many and from how many on', () => {
    const [fact = {}] = unusualIn([on('2026-03-02', { outside: 5 })], [], []);
    expect(Object.keys(fact).sort()).toEqual([
      'count',
      'fromDay',
      'matterId',
      'regionCode',
      'role',
      'rule',
      'shownFrom',
      'unitId',
      'untilDay',
      'userId',
    ]);
    expect(Object.keys(shownFrom).sort()).toEqual([...unusualRules].sort());
  });
});

it('takes days off from the city’s calendar: weekends and holidays, but no make-up day', () => {
  const calendar = makeCalendar({
    holidays: ['2026-02-23'],
    makeUpWorkdays: ['2026-02-28'],
    publishedYears: [2026],
  });
  expect(daysOff(calendar, '2026-02-22', '2026-03-01')).toEqual(['2026-02-22', '2026-02-23', '2026-03-01']);
});
