import { expect, test } from 'vitest';
import type { LevelRow } from './levels.ts';
import { isSameTable, mostRows, rowsOnlyIn, tableFaults } from './table.ts';
import type { Level, LevelFact, LevelOp } from './vocabulary.ts';

const row = (level: Level, ...when: [LevelFact, LevelOp, number][]): LevelRow => ({
  level,
  when: when.map(([fact, op, number]) => ({ fact, op, number })),
});
const red = row('red', ['danger', '=', 1]);

test('a table in order has no faults', () => {
  expect(tableFaults({ rows: [row('blue', ['share-used', '>=', 50]), red] })).toEqual([]);
});

test.each([
  ['none at all', []],
  ['a milder colour', [row('orange', ['danger', '=', 1])]],
  ['only together with something else', [row('red', ['danger', '=', 1], ['returns', '>=', 1])]],
  ['no danger', [row('red', ['danger', '=', 0])]],
])('refuses a table in which danger does not give red at once: %s', (_, rows) => {
  expect(tableFaults({ rows })).toEqual([{ row: null, condition: null, code: 'danger-is-not-red' }]);
});

test.each([row('red', ['danger', '>=', 1]), row('red', ['danger', '>', 0])])(
  'takes any way to say so',
  (one) => {
    expect(tableFaults({ rows: [one] })).toEqual([]);
  },
);

test('names row and condition of what is wrong', () => {
  const rows = [
    red,
    row('blue'),
    row('blue', ['share-used', '>=', 0], ['returns', '>', 1], ['returns', '=', 2]),
    row('red', ['danger', '=', 1]),
    row('yellow', ['parties', '>=', 2.5]),
  ];
  expect(tableFaults({ rows })).toEqual([
    { row: 1, condition: null, code: 'no-condition' },
    { row: 2, condition: 0, code: 'always-holds' },
    { row: 2, condition: 2, code: 'fact-twice' },
    { row: 3, condition: null, code: 'row-twice' },
    { row: 4, condition: 0, code: 'number-out-of-range' },
  ]);
});

test('keeps a table short enough to be understood', () => {
  const rows = [red, ...Array.from({ length: mostRows }, (_, at) => row('blue', ['parties', '=', at + 1]))];
  expect(tableFaults({ rows })).toEqual([{ row: null, condition: null, code: 'too-many-rows' }]);
});

test('tables are the same that say the same in the same order', () => {
  const blue = row('blue', ['share-used', '>=', 50], ['returns', '>', 0]);
  expect(isSameTable({ rows: [red, blue] }, { rows: [red, row('blue', ...pairs(blue))] })).toBe(true);
  expect(isSameTable({ rows: [red, blue] }, { rows: [blue, red] })).toBe(false);
  expect(rowsOnlyIn({ rows: [red, blue] }, { rows: [blue] })).toEqual([red]);
  expect(rowsOnlyIn({ rows: [blue] }, { rows: [red, blue] })).toEqual([]);
});

function pairs({ when }: LevelRow): [LevelFact, LevelOp, number][] {
  return when.map(({ fact, op, number }) => [fact, op, number]);
}
