import { findHeader, type Header, rowsAboveAtMost } from '#domain/imports/find-header.ts';
import type { TableRow } from '#domain/imports/read-table.ts';

export type Begun = {
  readonly header: Header;
  readonly hasRows: boolean;
  readonly rows: AsyncGenerator<TableRow>;
  readonly close: () => Promise<void>;
};

/** Reads as far as a header may stand; what comes after it waits to be read as rows. */
export async function beginTable(
  rows: AsyncGenerator<TableRow>,
  wish: { readonly named: readonly string[]; readonly sheet?: string },
): Promise<Begun | null> {
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
  const close = async (): Promise<void> => void (await rows.return(undefined));
  if (header === null) {
    await close();
    return null;
  }
  const waiting = first.slice(header.at + header.depth);
  async function* rest(): AsyncGenerator<TableRow> {
    try {
      yield* waiting;
      yield* rows;
    } finally {
      await close();
    }
  }
  return { header, hasRows: waiting.length > 0, rows: rest(), close };
}
