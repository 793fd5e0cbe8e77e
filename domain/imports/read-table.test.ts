import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTableReader, type TableRow } from './read-table.ts';

function readAll(text: string, pieceLength = text.length || 1, charactersAtMost?: number): TableRow[] {
  const reader = createTableReader(charactersAtMost);
  const rows: TableRow[] = [];
  for (let at = 0; at < text.length; at += pieceLength)
    rows.push(...reader.take(text.slice(at, at + pieceLength)));
  return [...rows, ...reader.end()];
}

const cellsOf = (text: string): unknown[] =>
  readAll(text).map((row) => ('cells' in row ? row.cells : row.fault));

describe('reading a table in text', () => {
  it.each([
    [
      'plain cells',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['no line break at the end', 'a,b', [['a', 'b']]],
    [
      'Windows line ends',
      'a,b\r\n"1","2"\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['quotes, commas and line breaks in a cell', '"a ""q"", b\nc",d\n', [['a "q", b\nc', 'd']]],
    [
      'an empty last cell',
      'a,\n"",\n1,""',
      [
        ['a', ''],
        ['1', ''],
      ],
    ],
    ['a quote within a plain cell', 'he said "no",b\n', [['he said "no"', 'b']]],
    ['text after a closing quote', '1,a\n2,"b"c\n3,d\n', [['1', 'a'], 'broken-quotes', ['3', 'd']]],
    ['a quote that is never closed', '1,"a\n2,b\n3,c\n', ['broken-quotes', ['2', 'b'], ['3', 'c']]],
    ['a quote that the next row closes', '1,"a\n2,"b"\n3,c\n', ['broken-quotes', ['2', 'b'], ['3', 'c']]],
  ])('reads %s', (_what, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  it('counts rows as a spreadsheet does and lines as an editor does', () => {
    const rows = readAll('a,b\n"x\ny",2\n\n3,4\n');
    expect(rows.map(({ row, line }) => [row, line])).toEqual([
      [1, 1],
      [2, 2],
      [4, 5],
    ]);
  });

  it('passes over a row without bound and goes on after it', () => {
    const rows = readAll(`1,a\n2,"${'x'.repeat(300)}\n3,${'y'.repeat(300)}\n4,b\n`, 7, 100);
    expect(rows.map((row) => ('cells' in row ? row.cells[0] : row.fault))).toEqual([
      '1',
      'row-too-long',
      'row-too-long',
      '4',
    ]);
  });

  it('reads back whatever was written, however it is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '，', '"', ',', '\n', '\r\n', ' ', '𠮷') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, pieceLength) => {
        const text = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        const read = readAll(text, pieceLength).map((row) => ('cells' in row ? row.cells : row.fault));
        expect(read).toEqual(rows.filter((cells) => cells.some((one) => one.trim() !== '')));
      }),
    );
  });
});
