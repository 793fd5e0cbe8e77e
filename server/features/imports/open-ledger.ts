import { buffer } from 'node:stream/consumers';
import { checkArchive } from '#domain/documents/archive-bounds.ts';
import { findHeader, type Header, rowsAboveAtMost } from '#domain/imports/find-header.ts';
import type { TableRow } from '#domain/imports/read-table.ts';
import { isWorkbook, type LedgerBytes } from './ledger-bytes.ts';
import { type Encoding, findEncoding, rowsOfText } from './read-text.ts';
import { rowsOfSheet, sheetsOf } from './read-workbook.ts';

export type LedgerFault = 'encoding-unknown' | 'workbook-unreadable' | 'no-header' | 'no-such-sheet';

/** The ledger as a whole cannot be read. */
export class UnreadableLedger extends Error {
  readonly fault: LedgerFault;
  constructor(fault: LedgerFault) {
    super(fault);
    this.fault = fault;
  }
}

/** A sheet of a workbook, or comma-separated text, whose header has been found. */
export type Ledger = {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: Encoding | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly header: Header;
  /** Every row beneath the header, in the order of the file, whatever its size. A spreadsheet's rows all have its width. */
  readonly rows: () => AsyncGenerator<TableRow>;
  /** How much of the file has been read so far, from 0 to 1; of a workbook, which tells no length, 0 until its end. */
  readonly shareRead: () => number;
};

export type LedgerWish = {
  readonly encoding?: Encoding | undefined;
  /** Else the first that has a header and a row beneath it. */
  readonly sheet?: string | undefined;
  /** The headings that a map names. */
  readonly named: readonly string[];
};

export async function openLedger(bytes: LedgerBytes, wish: LedgerWish): Promise<Ledger> {
  return (await isWorkbook(bytes)) ? openWorkbook(bytes, wish) : openText(bytes, wish);
}

async function openText(bytes: LedgerBytes, { encoding: given, named }: LedgerWish): Promise<Ledger> {
  const encoding = await findEncoding(bytes, given);
  if (encoding === null) throw new UnreadableLedger('encoding-unknown');
  let bytesRead = 0;
  const begun = await begin(
    rowsOfText(bytes, encoding, (length) => {
      bytesRead += length;
    }),
    { named },
  );
  if (begun === null) throw new UnreadableLedger('no-header');
  return {
    format: 'csv',
    encoding,
    sheets: [],
    sheet: null,
    header: begun.header,
    rows: () => begun.rows,
    shareRead: () => (bytes.size === 0 ? 1 : Math.min(1, bytesRead / bytes.size)),
  };
}

async function openWorkbook(bytes: LedgerBytes, { sheet: wanted, named }: LedgerWish): Promise<Ledger> {
  const content = await buffer(bytes.read());
  if (checkArchive(content) !== undefined) throw new UnreadableLedger('workbook-unreadable');
  try {
    const sheets = await sheetsOf(content);
    if (wanted !== undefined && !sheets.includes(wanted)) throw new UnreadableLedger('no-such-sheet');
    for (const sheet of wanted === undefined ? sheets : [wanted]) {
      const begun = await begin(rowsOfSheet(content, sheet), { named, sheet });
      if (begun === null) continue;
      const { header, rows } = begun;
      const width = header.headings.length;
      let isRead = false;
      const evenRows = async function* (): AsyncGenerator<TableRow> {
        for await (const row of rows)
          yield 'cells' in row ? { ...row, cells: evened(row.cells, width) } : row;
        isRead = true;
      };
      const shareRead = (): number => (isRead ? 1 : 0);
      return { format: 'xlsx', encoding: null, sheets, sheet, header, rows: evenRows, shareRead };
    }
  } catch (failure) {
    if (failure instanceof UnreadableLedger) throw failure;
    throw new UnreadableLedger('workbook-unreadable');
  }
  throw new UnreadableLedger('no-header');
}

/** Empty cells at the end of a row are not written in a spreadsheet; filled ones past the header belong to no column. */
function evened(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? '');
}

/** Reads as far as a header may stand; what comes after it waits to be read as rows. */
async function begin(
  rows: AsyncGenerator<TableRow>,
  wish: { readonly named: readonly string[]; readonly sheet?: string },
): Promise<{ header: Header; rows: AsyncGenerator<TableRow> } | null> {
  const first: TableRow[] = [];
  while (first.length < rowsAboveAtMost + 2) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  const header = findHeader(
    first.map((row) => ('cells' in row ? row.cells : [])),
    wish,
  );
  if (header === null) {
    await rows.return(undefined);
    return null;
  }
  const waiting = first.slice(header.at + header.depth);
  async function* rest(): AsyncGenerator<TableRow> {
    yield* waiting;
    yield* rows;
  }
  return { header, rows: rest() };
}
