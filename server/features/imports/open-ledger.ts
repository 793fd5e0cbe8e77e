import { beginTable } from './begin-table.ts';
import { type Ledger, type LedgerWish, UnreadableLedger } from './ledger.ts';
import { kindOfFile, type LedgerBytes } from './ledger-bytes.ts';
import { findEncoding, rowsOfText } from './read-text.ts';
import { openSheet } from './workbook/open-sheet.ts';

export async function openLedger(bytes: LedgerBytes, wish: LedgerWish): Promise<Ledger> {
  const kind = await kindOfFile(bytes);
  if (kind === 'closed-workbook') throw new UnreadableLedger('workbook-unreadable');
  return kind === 'workbook' ? openSheet(bytes, wish) : openText(bytes, wish);
}

async function openText(bytes: LedgerBytes, { encoding: given, named }: LedgerWish): Promise<Ledger> {
  const encoding = await findEncoding(bytes, given);
  if (encoding === null) throw new UnreadableLedger('encoding-unknown');
  let bytesRead = 0;
  const begun = await beginTable(
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
    close: begun.close,
  };
}
