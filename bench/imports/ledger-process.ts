import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CellValue, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import { csvLine } from '#domain/exports/csv-line.ts';
import { ledgerRow, rowsAbove } from './ledger-rows.ts';

/** In a process of its own, because a workbook as a spreadsheet program writes it is put together whole. */
export type LedgerOrder = { readonly folder: string; readonly rows: number };
export type Ledgers = { readonly csv: string; readonly shared: string; readonly inline: string };

process.on('disconnect', () => process.exit());
process.on('message', async ({ folder, rows }: LedgerOrder) => {
  const files: Ledgers = {
    csv: join(folder, `${rows}.csv`),
    shared: join(folder, `${rows}-shared.xlsx`),
    inline: join(folder, `${rows}-inline.xlsx`),
  };
  await pipeline(Readable.from(lines(rows)), createWriteStream(files.csv));
  await pipeline(
    Readable.from(writeXlsxStream(cells(rows), { name: '台账' })),
    createWriteStream(files.inline),
  );
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 8 },
    { startRow: 2, startCol: 3, endRow: 2, endCol: 4 },
    { startRow: 2, startCol: 7, endRow: 2, endCol: 8 },
  ];
  const sheets = [
    { name: '说明', rows: [['本台账由各社区每月填报']] },
    { name: '台账 & 明细', rows: [...cells(rows)], merges },
    { name: '附表', rows: [['无']] },
  ];
  await writeFile(files.shared, await writeXlsx({ sheets }));
  process.send?.(files);
});

function* cells(rows: number): Generator<CellValue[]> {
  for (const row of rowsAbove) yield [...row];
  for (let n = 0; n < rows; n += 1) yield ledgerRow(n);
}

function* lines(rows: number): Generator<string> {
  const width = ledgerRow(0).length;
  for (const row of cells(rows))
    yield csvLine(Array.from({ length: width }, (_, column) => String(row[column] ?? '')));
}
