import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTableReader } from '../imports/read-table.ts';
import { csvLine } from './csv-line.ts';
import { refusalToDecide } from './decide-export.ts';
import { guardCell, unguardCell } from './guard-cell.ts';
import { isLarge, rowsAtMost, rowsOfAnyExport } from './large-export.ts';

describe('what is large', () => {
  it.each([
    ['facts', 200, 0, false],
    ['facts', 201, 0, true],
    ['facts', 1, 200, true],
    ['facts', 0, 500, false],
    ['words', 50, 0, false],
    ['words', 51, 0, true],
    ['parties', 50, 0, false],
    ['parties', 31, 20, true],
    ['file', 1, 100_000, false],
  ] as const)('%s of %i rows after %i on the same day: %s', (contents, rows, rowsBefore, expected) => {
    expect(isLarge({ contents, rows, rowsBefore })).toBe(expected);
  });

  it('bounds the file: what one may take alone, or a little more than was approved', () => {
    expect(rowsAtMost({ contents: 'facts', rows: 20, rowsBefore: 30 })).toBe(170);
    expect(rowsAtMost({ contents: 'parties', rows: 300, rowsBefore: 0 })).toBe(330);
    expect(rowsAtMost({ contents: 'facts', rows: rowsOfAnyExport, rowsBefore: 0 })).toBe(rowsOfAnyExport);
  });

  it('never lets small files add up past what one person may take alone', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 260 }), { maxLength: 30 });
    fc.assert(
      fc.property(sizes, fc.constantFrom('facts', 'parties'), (wanted, contents) => {
        let taken = 0;
        for (const rows of wanted) {
          const size = { contents, rows, rowsBefore: taken };
          if (!isLarge(size)) taken += rows;
          expect(rowsAtMost(size)).toBeGreaterThanOrEqual(Math.min(rows, rowsOfAnyExport));
        }
        expect(taken).toBeLessThanOrEqual(contents === 'facts' ? 200 : 50);
      }),
    );
  });
});

describe('who decides', () => {
  const asked = { userId: 'a', unitId: 'centre', upperUnitId: 'city', status: 'waiting' } as const;
  const decider = { userId: 'b', unitId: 'centre', role: 'supervisor', unitKind: 'centre' } as const;
  it.each([
    [{}, {}, null],
    [{}, { unitId: 'city', role: 'dispatcher' }, null],
    [{}, { userId: 'a' }, 'own-export'],
    [{}, { userId: 'a', unitId: 'city' }, 'own-export'],
    [{}, { unitId: 'elsewhere' }, 'forbidden'],
    [{}, { role: 'clerk' }, 'forbidden'],
    [{}, { role: 'handler' }, 'forbidden'],
    [{}, { unitKind: 'department' }, 'forbidden'],
    [{ upperUnitId: null }, { unitId: 'city' }, 'forbidden'],
    [{ status: 'making' }, {}, 'export-decided'],
    [{ status: 'refused' }, {}, 'export-decided'],
    [{ status: 'stopped' }, {}, 'export-decided'],
  ] as const)('%j, by %j: %s', (change, by, expected) => {
    expect(refusalToDecide({ ...asked, ...change }, { ...decider, ...by })).toBe(expected);
  });
});

describe('a line of the table', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-5度', "'-5度"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ["'引号", "'引号"],
    ['a=1', 'a=1'],
    ['', ''],
  ])('keeps %j from being a formula: %j', (cell, guarded) => {
    expect(guardCell(cell)).toBe(guarded);
    expect(unguardCell(guarded)).toBe(cell);
  });

  it('is read again as it was, and no cell of it begins as a formula does', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(cells, (row) => {
        const told = ['S', ...row];
        const reader = createTableReader();
        const [read] = [...reader.take(csvLine(told)), ...reader.end()];
        if (read === undefined || !('cells' in read)) throw new Error('the line cannot be read');
        expect(read.cells.map(unguardCell)).toEqual(told);
        for (const cell of read.cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('leaves numbers numbers', () => {
    expect(csvLine([-3, 'a,b', '"'])).toBe('-3,"a,b",""""\r\n');
  });
});
