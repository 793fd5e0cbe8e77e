import { writeXlsxStream } from 'hucre/xlsx';
import type { ListedMatter } from '#server/features/matters/public.ts';
import type { Cell, Column } from './columns.ts';

/** The most that a cell of a spreadsheet holds. */
const charactersOfCell = 32_767;
const formats = { day: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm:ss' } as const;

/**
 * A list as a workbook of one sheet, written as a stream: a page of rows at a time. Words stand in their cells as text, so
 * that none of them is a formula; days and times are days and times.
 */
export async function* xlsxFile(
  columns: readonly Column[],
  pages: AsyncIterable<readonly ListedMatter[]>,
  { sheet }: { readonly sheet: string },
): AsyncGenerator<Buffer> {
  const workbook = writeXlsxStream(rowsOf(columns, pages), {
    name: sheet,
    columns: columns.map(({ heading, width, format }) => ({
      header: heading,
      width,
      ...(format && { numFmt: formats[format] }),
    })),
    freezePane: { rows: 1 },
  });
  for await (const part of workbook) yield Buffer.from(part);
}

async function* rowsOf(columns: readonly Column[], pages: AsyncIterable<readonly ListedMatter[]>) {
  for await (const page of pages)
    for (const matter of page) yield columns.map((column) => spreadsheetValue(column.cell(matter)));
}

function spreadsheetValue(cell: Cell): string | number | Date | null {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'string') return cell.slice(0, charactersOfCell);
  // A spreadsheet's time has no zone: it shows what the clock on the wall showed.
  return new Date(cell.moment.toZonedDateTime('UTC').epochMilliseconds);
}
