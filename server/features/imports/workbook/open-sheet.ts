import { buffer } from 'node:stream/consumers';
import { checkArchive } from '#domain/documents/archive-bounds.ts';
import { cleanHeading } from '#domain/imports/clean-cell.ts';
import { fieldsKnownIn } from '#domain/imports/find-header.ts';
import type { TableRow } from '#domain/imports/read-table.ts';
import { beginTable } from '../begin-table.ts';
import { type Ledger, type LedgerWish, UnreadableLedger } from '../ledger.ts';
import type { LedgerBytes } from '../ledger-bytes.ts';
import { openWorkbook, type Workbook } from './open-workbook.ts';

const sheetsLookedAt = 40;
/** Number, day and story: a header that says so much is a ledger's. */
const neededFields = 3;

/** The sheet of a workbook that is the ledger. */
export async function openSheet(bytes: LedgerBytes, { sheet: wanted, named }: LedgerWish): Promise<Ledger> {
  const content = await buffer(bytes.read());
  if (checkArchive(content) !== undefined) throw new UnreadableLedger('workbook-unreadable');
  try {
    const workbook = await openWorkbook(content);
    const { sheets } = workbook;
    if (wanted !== undefined && !sheets.includes(wanted)) throw new UnreadableLedger('no-such-sheet');
    const sheet = wanted ?? (await likeliest(workbook, named));
    let share = 0;
    const begun =
      sheet === undefined
        ? null
        : await beginTable(
            workbook.rows(sheet, (read) => {
              share = read;
            }),
            { named, sheet },
          );
    if (sheet === undefined || begun === null) throw new UnreadableLedger('no-header');
    const { header, rows } = begun;
    return {
      format: 'xlsx',
      encoding: null,
      sheets,
      sheet,
      header,
      rows: () => evenRows(rows, header.headings.length, workbook),
      shareRead: () => share,
      close: async () => {
        await begun.close();
        await workbook.close();
      },
    };
  } catch (failure) {
    throw asUnreadable(failure);
  }
}

/** Notes on how to fill in the ledger, and lists to choose from, often stand on sheets before it. */
async function likeliest(workbook: Workbook, named: readonly string[]): Promise<string | undefined> {
  let [found, most]: [string | undefined, number] = [undefined, -1];
  for (const sheet of workbook.sheets.slice(0, sheetsLookedAt)) {
    const begun = await beginTable(workbook.rows(sheet), { named, sheet });
    if (begun === null) continue;
    await begun.close();
    const { headings } = begun.header;
    const told = named.filter((heading) => headings.includes(cleanHeading(heading))).length;
    const points = (begun.hasRows ? 1000 : 0) + 10 * told + fieldsKnownIn(headings);
    if (points > most) [found, most] = [sheet, points];
    if (begun.hasRows && (named.length === 0 ? points >= 1000 + neededFields : told === named.length)) break;
  }
  return found;
}

/** A table that is damaged further down is told as such wherever somebody comes to it. */
async function* evenRows(
  rows: AsyncGenerator<TableRow>,
  width: number,
  workbook: Workbook,
): AsyncGenerator<TableRow> {
  try {
    for await (const row of rows) yield 'cells' in row ? { ...row, cells: evened(row.cells, width) } : row;
  } catch (failure) {
    throw asUnreadable(failure);
  } finally {
    await workbook.close();
  }
}

function asUnreadable(failure: unknown): UnreadableLedger {
  return failure instanceof UnreadableLedger ? failure : new UnreadableLedger('workbook-unreadable');
}

/** Empty cells at the end of a row are not written in a spreadsheet; filled ones past the header belong to no column. */
function evened(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? '');
}
