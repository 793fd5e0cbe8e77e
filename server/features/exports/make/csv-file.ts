import { byteOrderMark, csvLine } from '#domain/exports/csv-line.ts';
import type { ListedMatter } from '#server/features/matters/public.ts';
import { type Cell, type Column, momentInText } from './columns.ts';

/** A list as comma-separated text, a page of rows at a time. */
export async function* csvFile(
  columns: readonly Column[],
  pages: AsyncIterable<readonly ListedMatter[]>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark + csvLine(columns.map(({ heading }) => heading)));
  for await (const page of pages) {
    const lines = page.map((matter) => csvLine(columns.map(({ cell }) => inText(cell(matter)))));
    yield Buffer.from(lines.join(''));
  }
}

function inText(cell: Cell): string | number {
  if (cell === null) return '';
  return typeof cell === 'object' ? momentInText(cell) : cell;
}
