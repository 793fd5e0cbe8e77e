import type { Header } from '#domain/imports/find-header.ts';
import type { TableRow } from '#domain/imports/read-table.ts';
import type { Encoding } from './read-text.ts';

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
  /** How much of the file, or of the sheet, has been read so far, from 0 to 1. */
  readonly shareRead: () => number;
  /** Lets go of the file; whoever reads its rows to their end need not. */
  readonly close: () => Promise<void>;
};

export type LedgerWish = {
  readonly encoding?: Encoding | undefined;
  /** Else the one whose header says most, and beneath which there is a row. */
  readonly sheet?: string | undefined;
  /** The headings that a map names. */
  readonly named: readonly string[];
};
