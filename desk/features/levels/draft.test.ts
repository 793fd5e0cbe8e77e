import { describe, expect, test } from 'vitest';
import type { LevelRows } from '#contract/levels/level-rules.ts';
import {
  addCondition,
  addRow,
  changeRow,
  type DraftRow,
  draftOf,
  faultsOf,
  moveRow,
  removeRow,
  rowsOf,
} from './draft.ts';

const rules: LevelRows = [
  { level: 'blue', when: [{ fact: 'share-used', op: '>=', number: 75 }] },
  {
    level: 'orange',
    when: [
      { fact: 'returns', op: '>', number: 1 },
      { fact: 'parties', op: '>=', number: 5 },
    ],
  },
  { level: 'red', when: [{ fact: 'danger', op: '=', number: 1 }] },
];
const rowAt = (rows: readonly DraftRow[], index: number): DraftRow => {
  const row = rows[index];
  if (!row) throw new Error(`no row ${index}`);
  return row;
};

describe('a draft', () => {
  test('says what it was made of, and every part has a key of its own', () => {
    const draft = draftOf(rules);
    expect(rowsOf(draft)).toEqual(rules);
    const keys = draft.rows.flatMap(({ key, when }) => [key, ...when.map((one) => one.key)]);
    expect(new Set(keys).size).toBe(7);
    expect(faultsOf(draft)).toEqual([]);
  });

  test('a new row waits for its number', () => {
    const draft = addRow(draftOf(rules));
    expect(faultsOf(draft)).toEqual([{ row: 3, condition: 0, code: 'number-expected' }]);
    const keys = draft.rows.flatMap(({ key, when }) => [key, ...when.map((one) => one.key)]);
    expect(new Set(keys).size).toBe(9);
  });

  test('rows move by one place and stay at the ends', () => {
    const draft = draftOf(rules);
    const [first, , last] = draft.rows;
    const levels = (moved: typeof draft) => moved.rows.map(({ level }) => level);
    expect(levels(moveRow(draft, first?.key ?? -1, 1))).toEqual(['orange', 'blue', 'red']);
    expect(levels(moveRow(draft, last?.key ?? -1, -1))).toEqual(['blue', 'red', 'orange']);
    expect(moveRow(draft, first?.key ?? -1, -1)).toBe(draft);
    expect(moveRow(draft, last?.key ?? -1, 1)).toBe(draft);
  });

  test('without the row of danger it is refused', () => {
    const draft = draftOf(rules);
    expect(faultsOf(removeRow(draft, rowAt(draft.rows, 2).key))).toEqual([
      { row: null, condition: null, code: 'danger-is-not-red' },
    ]);
  });

  test('the same fact twice is marked where it stands the second time', () => {
    const draft = draftOf(rules);
    const twice = addCondition(draft, rowAt(draft.rows, 1), 'returns');
    const filled = changeRow(twice, rowAt(twice.rows, 1).key, {
      when: rowAt(twice.rows, 1).when.map((one) => ({ ...one, number: one.number ?? 3 })),
    });
    expect(faultsOf(filled)).toEqual([{ row: 1, condition: 2, code: 'fact-twice' }]);
  });
});
