import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it, test } from 'vitest';
import type { LevelRow } from '#domain/levels/levels.ts';
import type { Level, LevelFact } from '#domain/levels/vocabulary.ts';
import { type CityPack, loadCityPack } from '#server/adapters/city-pack.ts';
import { clockCommand } from './clock.ts';
import type { ClockOptions } from './clock-options.ts';

const today = Temporal.PlainDate.from('2026-11-26');
let pack: CityPack;
beforeAll(async () => {
  const baotou = await loadCityPack(join(import.meta.dirname, '../../cities/baotou'));
  const row = (level: Level, fact: LevelFact, number: number): LevelRow => ({
    level,
    when: [{ fact, op: '>=', number }],
  });
  const rows = [
    row('blue', 'share-used', 60),
    row('yellow', 'share-used', 80),
    row('orange', 'days-overdue', 1),
    row('red', 'days-overdue', 10),
    // What the clock alone does not tell counts as nothing.
    row('red', 'steps-overdue', 1),
    row('red', 'parties', 1),
  ];
  pack = { ...baotou, levelRules: { rows } };
});

type Step = { readonly code: string; readonly date: string; readonly zh: string; readonly en: string };
type Answer = { dueAt: string; level: string; provisional: boolean; steps: Step[]; source: string };

/** What the terminal shows, read again. */
function tell(options: ClockOptions): Answer {
  const told = clockCommand(pack, options, today);
  if (!told.ok) throw new Error(told.sentence);
  return JSON.parse(JSON.stringify(told.answer));
}
const refused = (options: ClockOptions) => {
  const told = clockCommand(pack, options, today);
  return told.ok ? undefined : told.sentence;
};

it('lists every limit in force, the legal ones first', () => {
  const told = clockCommand(pack, { list: true }, today);
  const listed = (told.ok ? told.answer : []) as {
    key: string;
    clock: string;
    title: string;
    source: string;
  }[];
  expect(listed[0]).toEqual({
    key: 'people-mediation',
    clock: 'settle',
    title: "人民调解：调解结束（一般一个月） / People's mediation: Mediate (one month as a rule)",
    source: expect.stringContaining('人民调解工作若干规定第三十三条'),
  });
  const keys = [...new Set(listed.map(({ key }) => key))];
  expect(keys).toHaveLength(16 + 3);
  expect(keys.slice(-3)).toEqual(['intake', 'department-handling', 'completion']);
  const names = listed.map(({ key, clock }) => `${key} ${clock}`);
  expect(new Set(names).size).toBe(names.length);
  expect(listed.every(({ title, source }) => title !== '' && source !== '')).toBe(true);
  for (const { key, clock } of listed) {
    expect(tell({ procedure: key, clock, from: '2026-09-25' }).dueAt).toMatch(/^202[678]-\d\d-\d\d$/);
  }
});

it('reckons a limit with its pauses and explains every step in both languages', () => {
  const told = tell({
    procedure: 'medical-mediation',
    from: '2026-09-22',
    pause: ['2026-10-12..2026-10-26'],
    at: '2026-10-15',
  });
  expect(Object.keys(told)).toEqual(['dueAt', 'level', 'provisional', 'steps', 'source']);
  expect(told).toMatchObject({
    dueAt: '2026-11-24',
    provisional: false,
    source: '医疗纠纷预防和处理条例第三十八条',
  });
  expect(told.steps.map(({ code, date }) => `${code} ${date}`)).toEqual([
    'started 2026-09-22',
    'counted 2026-11-24',
    'paused 2026-10-12',
    'due 2026-11-24',
    'not-verified 2026-11-24',
    'standing 2026-10-15',
  ]);
  expect(told.steps.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && /^[\x20-\x7e]+$/.test(en))).toBe(
    true,
  );
});

test('an extension and a year that is not published', () => {
  const told = tell({ procedure: 'petition-handling', from: '2026-10-31', extend: ['30'] });
  expect([told.dueAt, told.provisional]).toEqual(['2027-01-29', true]);
  expect(told.steps.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['extended', 'calendar-unpublished']),
  );
});

test('a pause that still stands moves the day with the day one looks', () => {
  const at = (day: string) =>
    tell({ procedure: 'petition-review', from: '2026-11-02', pause: ['2026-11-09..'], at: day }).dueAt;
  // 30 days end on Dec 2; the 9th stands, or the 9th to the 18th: Thu Dec 3, Sat 12 and so Mon 14.
  expect([at('2026-11-09'), at('2026-11-18')]).toEqual(['2026-12-03', '2026-12-14']);
});

describe('the colour', () => {
  // Sixty days from Sept 25 end on Nov 24: 36 are 60 %, 48 are 80 %.
  test.each([
    ['2026-10-30', 'none'],
    ['2026-10-31', 'blue'],
    ['2026-11-12', 'yellow'],
    ['2026-11-24', 'yellow'],
    ['2026-11-25', 'orange'],
    ['2026-12-04', 'red'],
  ])('on %s is %s', (at, level) => {
    expect(tell({ procedure: 'petition-handling', from: '2026-09-25', at }).level).toBe(level);
  });

  test('is that of today unless a day is named', () => {
    expect(tell({ procedure: 'petition-handling', from: '2026-09-25' }).level).toBe('orange');
  });

  test('is none for a window of the parties: it makes nobody late', () => {
    const window = { procedure: 'petition-handling', clock: 'review', from: '2026-06-05' };
    expect(tell({ ...window, at: '2026-12-31' }).level).toBe('none');
  });
});

test('a matter keeps the version of the day on which its limit started', () => {
  const source = (from: string) => tell({ procedure: 'commercial-arbitration', from }).source;
  expect([source('2026-02-28'), source('2026-03-01')]).toEqual([
    expect.stringContaining('2017'),
    expect.stringContaining('2025'),
  ]);
});

describe('what cannot be is said in one sentence', () => {
  const known = { procedure: 'petition-handling', from: '2026-09-25' };
  test.each<[ClockOptions, string]>([
    [{}, 'Say with --from on which day the limit starts, such as --from 2026-09-25.'],
    [{ from: '2026-09-25' }, 'Name a procedure with --procedure KEY, or see them all with --list.'],
    [{ ...known, procedure: 'duel' }, 'There is no procedure "duel"; there are people-mediation, judicial-'],
    [
      { ...known, from: '2022-04-30' },
      '"petition-handling" is in force from 2022-05-01, not yet on 2022-04-30.',
    ],
    [{ ...known, from: '2026-02-30' }, '--from is a day such as 2026-09-25, not "2026-02-30".'],
    [{ ...known, from: '25.9.2026' }, '--from is a day such as 2026-09-25, not "25.9.2026".'],
    [{ ...known, at: 'soon' }, '--at is a day such as 2026-11-01, not "soon".'],
    [{ ...known, clock: 'sue' }, '"Petition: handling" has no such limit; it has decide, review.'],
    [{ ...known, extend: ['31'] }, '"Settle and answer in writing" can be extended by 30 days at most.'],
    [{ ...known, extend: ['10', '10'] }, '"Settle and answer in writing" can be extended 1 time at most.'],
    [{ ...known, extend: ['-1'] }, '--extend is a whole number from 1, not "-1".'],
    [
      { ...known, pause: ['2026-10-10..2026-10-20'] },
      'Nothing provides for pausing "Settle and answer in writing".',
    ],
    [
      { ...known, pause: ['2026-10-10'] },
      '--pause is two days such as 2026-10-10..2026-10-20, not "2026-10-10".',
    ],
    [{ ...known, pause: ['2026-10-10..2026-10-32'] }, '--pause is two days such as'],
    [
      { procedure: 'petition-review', from: '2026-09-25', pause: ['2026-09-20..2026-09-22'] },
      'A pause cannot begin before the limit does.',
    ],
  ])('%o', (options, sentence) => {
    expect(refused(options)).toEqual(expect.stringContaining(sentence));
    expect(refused(options)).not.toContain('\n');
  });
});
