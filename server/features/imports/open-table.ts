import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createTableReader, type TableRow } from '#domain/imports/read-table.ts';

export type Encoding = 'utf-8' | 'gb18030';

/** A table of comma-separated text in a file. */
export type Table = {
  readonly encoding: Encoding;
  readonly headings: readonly string[];
  /** Every row after the header, in the order of the file, whatever its size. */
  readonly rows: () => AsyncGenerator<TableRow>;
  /** How much of the file has been read so far, from 0 to 1. */
  readonly shareRead: () => number;
};

/** Opens a table: UTF-8 with or without a mark at its start, else GB18030, as Excel in China writes it. */
export async function openTable(file: string, given?: Encoding): Promise<Table> {
  const { size } = await stat(file);
  const encoding = await findEncoding(file, given);
  let bytesRead = 0;
  const pieces = textOf(file, encoding, (length) => {
    bytesRead += length;
  });
  const rows = rowsOf(pieces);
  const first = await rows.next();
  if (first.done || !('cells' in first.value)) throw new Error(`The file ${file} has no header row.`);
  return {
    encoding,
    headings: first.value.cells.map((heading) => heading.trim()),
    rows: () => rows,
    shareRead: () => (size === 0 ? 1 : bytesRead / size),
  };
}

async function* rowsOf(pieces: AsyncIterable<string>): AsyncGenerator<TableRow> {
  const reader = createTableReader();
  for await (const piece of pieces) yield* reader.take(piece);
  yield* reader.end();
}

/** Reads the whole file once: only its last byte can prove that it is what it seems. */
async function findEncoding(file: string, given: Encoding | undefined): Promise<Encoding> {
  const candidates: readonly Encoding[] = given === undefined ? ['utf-8', 'gb18030'] : [given];
  for (const encoding of candidates) {
    if (await isIn(file, encoding)) return encoding;
  }
  const names = given === undefined ? 'neither UTF-8 nor GB18030' : `not ${given.toUpperCase()}`;
  throw new Error(`The file ${file} is ${names}; save it as “CSV UTF-8”.`);
}

async function isIn(file: string, encoding: Encoding): Promise<boolean> {
  try {
    for await (const _piece of textOf(file, encoding));
    return true;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw failure;
  }
}

async function* textOf(
  file: string,
  encoding: Encoding,
  onRead?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    onRead?.(bytes.length);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}
