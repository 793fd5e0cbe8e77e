import { createTableReader, type TableRow } from '#domain/imports/read-table.ts';
import type { LedgerBytes } from './ledger-bytes.ts';

export type Encoding = 'utf-8' | 'gb18030';

/** The rows of comma-separated text, in the order of the file. */
export async function* rowsOfText(
  bytes: LedgerBytes,
  encoding: Encoding,
  onRead: (bytes: number) => void,
): AsyncGenerator<TableRow> {
  const reader = createTableReader();
  for await (const piece of textOf(bytes, encoding, onRead)) yield* reader.take(piece);
  yield* reader.end();
}

/**
 * UTF-8 with or without a mark at its start, else GB18030, as Excel in China writes it. Reads the whole file once: only its
 * last byte can prove that it is what it seems.
 */
export async function findEncoding(
  bytes: LedgerBytes,
  given: Encoding | undefined,
): Promise<Encoding | null> {
  const candidates: readonly Encoding[] = given === undefined ? ['utf-8', 'gb18030'] : [given];
  for (const encoding of candidates) {
    if (await isIn(bytes, encoding)) return encoding;
  }
  return null;
}

async function isIn(bytes: LedgerBytes, encoding: Encoding): Promise<boolean> {
  try {
    for await (const _piece of textOf(bytes, encoding));
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw failure;
  }
}

async function* textOf(
  { read }: LedgerBytes,
  encoding: Encoding,
  onRead?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of read()) {
    onRead?.(bytes.length);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}
