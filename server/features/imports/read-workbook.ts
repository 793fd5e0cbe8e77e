import { text } from 'node:stream/consumers';
import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import { fromBuffer, type ZipFile } from 'yauzl';
import type { TableRow } from '#domain/imports/read-table.ts';

/**
 * The rows of a sheet, one after the other: the packed file and the words that its cells share are held, never the sheet.
 * `line` is the row, as a spreadsheet has no lines of its own.
 */
export async function* rowsOfSheet(content: Buffer, sheet: string): AsyncGenerator<TableRow> {
  for await (const { index, values } of streamXlsxRows(content, { sheet })) {
    const cells = values.map(wordsOf);
    if (cells.some((cell) => cell.trim() !== '')) yield { row: index + 1, line: index + 1, cells };
  }
}

/** A spreadsheet's day has no zone; it is written as the clock on the wall showed it. */
function wordsOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return '';
  const [day, time = ''] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split('T');
  return time.startsWith('00:00:00') ? (day ?? '') : `${day} ${time.slice(0, 8)}`;
}

/** The names of a workbook's sheets that are not hidden, in their order. */
export async function sheetsOf(content: Buffer): Promise<string[]> {
  const workbook = await partOf(content, 'xl/workbook.xml');
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const name = / ?name="([^"]*)"/.exec(attributes)?.[1];
    return name === undefined || /state="(hidden|veryHidden)"/.test(attributes) ? [] : [plain(name)];
  });
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
function plain(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole);
  });
}

async function partOf(content: Buffer, name: string): Promise<string> {
  const zip = await new Promise<ZipFile>((done, failed) =>
    fromBuffer(content, { lazyEntries: true }, (failure, opened) =>
      failure ? failed(failure) : done(opened),
    ),
  );
  return new Promise((done, failed) => {
    zip.on('entry', (entry) => {
      if (entry.fileName !== name) return zip.readEntry();
      zip.openReadStream(entry, (failure, stream) =>
        failure ? failed(failure) : text(stream).then(done, failed),
      );
    });
    zip.on('end', () => done(''));
    zip.on('error', failed);
    zip.readEntry();
  });
}
