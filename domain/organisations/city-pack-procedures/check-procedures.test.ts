import { describe, expect, test } from 'vitest';
import { asTables, smallestPack } from '../city-pack.fixture.ts';
import { checkCityPack } from '../city-pack-check.ts';
import { type PackFile, packColumns } from '../city-pack-table.ts';

type Rows = ReturnType<typeof smallestPack>;
type Table = 'procedures' | 'clocks' | 'pauses' | 'outcomes';
const fileOf = (table: Table): PackFile => `procedures/${table}.csv`;

function faultsAfter(...changes: ((rows: Rows) => void)[]): string[] {
  const rows = smallestPack();
  for (const change of changes) change(rows);
  const checked = checkCityPack(asTables(rows));
  return checked.ok ? [] : checked.faults.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
}

/** Writes a cell, named by its column, in a row of one of the four tables. */
function set(table: Table, row: number, column: string, value: string) {
  return (rows: Rows): void => {
    const cells = rows[fileOf(table)][row];
    const at = (packColumns[fileOf(table)] as readonly string[]).indexOf(column);
    if (!cells || at < 0) throw new Error(`no row ${row} or column ${column} in ${table}`);
    cells[at] = value;
  };
}

const remove = (table: Table, row: number) => (rows: Rows) => void rows[fileOf(table)].splice(row, 1);
const twice = (table: Table, row: number) => (rows: Rows) =>
  void rows[fileOf(table)].push([...(rows[fileOf(table)][row] ?? [])]);
/** The same procedure again, with clocks and outcomes of its own, from another day on. */
const newVersionFrom = (day: string) => (rows: Rows) => {
  for (const table of ['procedures', 'clocks', 'pauses', 'outcomes'] as const) {
    const own = rows[fileOf(table)].filter(([key]) => key === 'mediation');
    rows[fileOf(table)].push(...own.map(([key = '', , ...rest]) => [key, day, ...rest]));
  }
};

test('reads procedures with their clocks, extensions, pauses and outcomes', () => {
  const checked = checkCityPack(asTables(smallestPack()));
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  const [mediation, confirmation] = checked.pack.procedures;
  expect(mediation).toMatchObject({
    key: 'mediation',
    inForceFrom: '2024-01-01',
    title: { zh: 'mediation中文', en: 'mediation' },
    heldBy: 'office',
    isEntry: true,
    isVoluntary: true,
    kinds: null,
    excludedKinds: ['03'],
    requires: ['both-agree'],
    events: ['accepted'],
    source: '某法第一条',
    isVerified: true,
  });
  expect(mediation?.clocks).toMatchObject([
    {
      key: 'settle',
      starts: 'accepted',
      limit: { count: 30, unit: 'natural-day' },
      counting: { firstDay: 'not-counted', lastDayOnHoliday: 'next-working-day' },
      isMain: true,
      owedBy: 'office',
      extension: {
        most: { count: 30, unit: 'natural-day' },
        isMostByLaw: true,
        times: 1,
        approvedBy: 'unit-head',
      },
      pauses: [{ ground: 'appraisal', mostDays: 60 }],
    },
    { key: 'confirm', starts: 'agreed', owedBy: 'party', isMain: false, extension: null, pauses: [] },
  ]);
  expect(mediation?.outcomes).toMatchObject([
    { outcome: 'agreed', title: { zh: '达成协议', en: 'Agreed' }, next: ['confirmation', 'exit'] },
    { outcome: 'refused', next: ['exit'] },
  ]);
  expect(confirmation).toMatchObject({ isEntry: false, heldBy: 'outside', events: ['applied', 'docketed'] });
});

test('several versions of a procedure stand beside each other', () => {
  const rows = smallestPack();
  newVersionFrom('2027-01-01')(rows);
  const checked = checkCityPack(asTables(rows));
  expect(
    checked.ok && checked.pack.procedures.map(({ key, inForceFrom }) => `${key} ${inForceFrom}`),
  ).toEqual(['mediation 2024-01-01', 'confirmation 2024-01-01', 'mediation 2027-01-01']);
});

describe('refuses, with file, line and reason,', () => {
  test.each<[string, (rows: Rows) => void, string]>([
    [
      'an unknown kind',
      set('procedures', 0, 'kinds', '03;55'),
      'procedures:2 unknown kinds "55"; known are 03, 99',
    ],
    [
      'an unknown excluded kind',
      set('procedures', 0, 'excluded_kinds', '1'),
      'procedures:2 unknown excluded_kinds "1"',
    ],
    [
      'an unknown event',
      set('procedures', 0, 'events', 'begun'),
      'procedures:2 unknown events "begun"; known are received,',
    ],
    [
      'an event twice',
      set('procedures', 1, 'events', 'applied;applied'),
      'procedures:3 "events" names "applied" twice',
    ],
    ['no event', set('procedures', 0, 'events', ''), 'procedures:2 "events" is empty'],
    [
      'an unknown starter',
      set('procedures', 0, 'started_by', 'anybody'),
      'procedures:2 unknown started_by "anybody"',
    ],
    [
      'an unknown requirement',
      set('procedures', 0, 'requires', 'good-will'),
      'procedures:2 unknown requires "good-will"',
    ],
    [
      'an unknown holder',
      set('procedures', 0, 'held_by', 'step'),
      'procedures:2 unknown held_by "step"; known are office, outside',
    ],
    [
      'neither yes nor no',
      set('procedures', 0, 'entry', 'maybe'),
      'procedures:2 unknown entry "maybe"; known are no, yes',
    ],
    [
      'a day that does not exist',
      set('procedures', 0, 'in_force_from', '2024-02-30'),
      'procedures:2 "in_force_from" is a day',
    ],
    [
      'a key of another form',
      set('procedures', 0, 'procedure', 'People/1'),
      "procedures:2 a procedure's key has small letters",
    ],
    [
      'a key of the program',
      set('procedures', 0, 'procedure', 'intake'),
      'procedures:2 the key "intake" is the program\'s own',
    ],
    [
      'a version twice',
      twice('procedures', 0),
      'procedures:4 "mediation, 2024-01-01" stands already on line 2',
    ],
    ['a procedure without source', set('procedures', 0, 'source', ''), 'procedures:2 "source" is empty'],
    ['one language only', set('procedures', 0, 'what_en', ''), 'procedures:2 "what_en" is empty'],

    ['a limit without source', set('clocks', 0, 'source', ''), 'clocks:2 "source" is empty'],
    [
      'a clock that never starts',
      set('clocks', 2, 'starts', 'accepted'),
      'clocks:4 "confirmation" never has "accepted", with which this clock starts; it has applied, docketed, not-confirmed',
    ],
    [
      'a clock of an outcome that never is',
      set('clocks', 1, 'starts', 'awarded'),
      'clocks:3 "mediation" never has "awarded"',
    ],
    [
      'an end that never is',
      set('clocks', 0, 'ends', 'docketed'),
      'clocks:2 unknown ends "docketed"; known are accepted, agreed, refused',
    ],
    [
      'an unknown unit',
      set('clocks', 0, 'unit', 'week'),
      'clocks:2 unknown unit "week"; known are working-day, natural-day, month',
    ],
    [
      'a limit of nothing',
      set('clocks', 0, 'limit', '0'),
      'clocks:2 "limit" is a whole number from 1 to 366, not "0"',
    ],
    [
      'a limit of years in months',
      set('clocks', 2, 'limit', '37'),
      'clocks:4 "limit" is a whole number from 1 to 36',
    ],
    ['an unknown counting', set('clocks', 0, 'first_day', 'half'), 'clocks:2 unknown first_day "half"'],
    ['an unknown debtor', set('clocks', 0, 'owed_by', 'nobody'), 'clocks:2 unknown owed_by "nobody"'],
    [
      'an extension of nothing',
      set('clocks', 0, 'extend_most', '0'),
      'clocks:2 "extend_most" is a whole number from 1',
    ],
    [
      'an extension too long',
      set('clocks', 0, 'extend_most', '367'),
      'clocks:2 "extend_most" is a whole number from 1',
    ],
    [
      'too many extensions',
      set('clocks', 0, 'extend_times', '10'),
      'clocks:2 "extend_times" is a whole number from 1 to 9',
    ],
    [
      'an unknown approver',
      set('clocks', 0, 'extend_approver', 'me'),
      'clocks:2 unknown extend_approver "me"; known are unit-head,',
    ],
    ['half an extension', set('clocks', 0, 'extend_times', ''), 'clocks:2 an extension needs "extend_times"'],
    [
      'a clock of no procedure',
      set('clocks', 1, 'in_force_from', '2025-01-01'),
      'clocks:3 no procedure "mediation" in force from "2025-01-01" stands in procedures/procedures.csv',
    ],
    [
      'a clock twice',
      twice('clocks', 1),
      'clocks:5 "mediation, 2024-01-01, confirm" stands already on line 3',
    ],
    ['no main clock', set('clocks', 0, 'main', 'no'), 'procedures:2 "mediation" needs one main clock, not 0'],
    [
      'two main clocks',
      set('clocks', 1, 'main', 'yes'),
      'procedures:2 "mediation" needs one main clock, not 2',
    ],
    [
      'a main clock by which nobody owes',
      set('clocks', 0, 'owed_by', 'party'),
      'procedures:2 the main clock of "mediation" is a window',
    ],
    ['no clock at all', remove('clocks', 2), 'procedures:3 "confirmation" needs one main clock, not 0'],

    [
      'a pause of nothing',
      set('pauses', 0, 'most_days', '0'),
      'pauses:2 "most_days" is a whole number from 1 to 366, not "0"',
    ],
    [
      'a pause too long',
      set('pauses', 0, 'most_days', '400'),
      'pauses:2 "most_days" is a whole number from 1 to 366',
    ],
    ['a pause without source', set('pauses', 0, 'source', ''), 'pauses:2 "source" is empty'],
    [
      'a pause of no clock',
      set('pauses', 0, 'clock', 'decide'),
      'pauses:2 no such clock stands in procedures/clocks.csv',
    ],

    [
      'an unknown outcome',
      set('outcomes', 0, 'outcome', 'happy'),
      'outcomes:2 unknown outcome "happy"; known are agreed, failed,',
    ],
    [
      'an unknown successor',
      set('outcomes', 0, 'next', 'duel;exit'),
      'outcomes:2 "next" names an unknown procedure "duel"',
    ],
    ['an outcome that leads nowhere', set('outcomes', 0, 'next', ''), 'outcomes:2 "next" is empty'],
    ['no outcome', remove('outcomes', 2), 'procedures:3 "confirmation" has no outcome'],
    [
      'no refusal of mediation',
      remove('outcomes', 1),
      'procedures:2 "mediation" is voluntary, but has no outcome "refused"',
    ],
    [
      'an outcome twice',
      twice('outcomes', 1),
      'outcomes:5 "mediation, 2024-01-01, refused" stands already on line 3',
    ],
    [
      'an unreachable step',
      set('outcomes', 0, 'next', 'exit'),
      'procedures:3 "confirmation" cannot be reached: it is no entry',
    ],
  ])('%s', (_, change, start) => {
    const expected = start.replace(/^(\w+):/, 'procedures/$1.csv:');
    expect(faultsAfter(change)).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
  });

  test('two procedures that only name each other: nobody ever comes to them', () => {
    expect(faultsAfter(set('procedures', 0, 'entry', 'no'))).toEqual([
      expect.stringContaining('procedures/procedures.csv:2 "mediation" cannot be reached'),
      expect.stringContaining('procedures/procedures.csv:3 "confirmation" cannot be reached'),
    ]);
  });

  const inCircles = [
    set('outcomes', 0, 'next', 'confirmation'),
    set('outcomes', 1, 'next', 'mediation'),
    set('outcomes', 2, 'next', 'mediation'),
  ];
  const circle = [
    'procedures/procedures.csv:2 no outcome of "mediation" ever leads to "exit"',
    'procedures/procedures.csv:3 no outcome of "confirmation" ever leads to "exit"',
  ];

  test('a loop without an exit, but not a loop with one', () => {
    expect(faultsAfter()).toEqual([]);
    expect(faultsAfter(...inCircles)).toEqual(circle);
  });

  test('a loop that a new version closes, or that the old ones were', () => {
    const later = newVersionFrom('2027-01-01');
    expect(faultsAfter(later)).toEqual([]);
    expect(faultsAfter(later, ...inCircles)).toEqual(circle);
    const laterInCircles = [
      set('outcomes', 2, 'next', 'mediation'),
      set('outcomes', 3, 'next', 'confirmation'),
      set('outcomes', 4, 'next', 'mediation'),
    ];
    expect(faultsAfter(later, ...laterInCircles)).toEqual([
      circle[1],
      'procedures/procedures.csv:4 no outcome of "mediation" ever leads to "exit"',
    ]);
  });

  test('a step that is not reached any more from a new version on', () => {
    const later = newVersionFrom('2027-01-01');
    expect(faultsAfter(later, set('outcomes', 3, 'next', 'exit'))).toEqual([
      expect.stringContaining('procedures/procedures.csv:3 "confirmation" cannot be reached'),
    ]);
  });
});
