import type { ImportMap } from '#contract/imports/import-map.ts';
import type { RefusedReason } from '#contract/imports/refused-row.ts';
import { cleanHeading } from '#domain/imports/clean-cell.ts';
import { type ImportField, importFields, readRow } from '#domain/imports/read-row.ts';
import type { TableRow } from '#domain/imports/read-table.ts';
import { createTimeReader, type TimeReader } from '#domain/imports/read-time.ts';
import { readTypedTime } from '#domain/imports/typed-time.ts';
import { type Understood, understood } from '#domain/imports/understood.ts';
import type { Services } from '#server/app/services.ts';
import { chooser } from './choose-kind.ts';
import type { Doubt, ReadyRow, RefusedRow } from './imported-rows.ts';
import type { Ledger } from './ledger.ts';
import { createSeenNumbers } from './seen-numbers.ts';

export type ReadResult = {
  readonly result: ReadyRow | RefusedRow | 'repeated';
  readonly doubts: readonly Doubt[];
  /** What was typed and what was read, where the row could be read. */
  readonly understood: () => Understood[];
};
export type Places = ReadonlyMap<ImportField, number>;

/** Where each field stands in the table, and which columns that the map names are not there. */
export function placesOf(
  map: Pick<ImportMap, 'columns'>,
  { header }: Ledger,
): { places: Places; missing: string[] } {
  const places = new Map<ImportField, number>();
  const missing: string[] = [];
  for (const [field, heading] of Object.entries(map.columns) as [ImportField, string][]) {
    const place = header.headings.indexOf(cleanHeading(heading));
    if (place < 0) missing.push(heading);
    else places.set(field, place);
  }
  return { places, missing };
}

/** Reads row after row; remembers the numbers it saw, because of two rows with one number only one can be right. */
export function rowReader(
  services: Services,
  map: ImportMap,
  places: Places,
  { header }: Ledger,
): (row: TableRow) => ReadResult {
  const byFormat = createTimeReader(map.dateFormats ?? []);
  const reader = {
    readTime: remembered((typed) => byFormat(typed) ?? readTypedTime(typed, header)),
    zone: map.zone,
    now: services.clock.now(),
  };
  const choose = chooser(services.pack, map);
  const width = header.headings.length;
  const seen = createSeenNumbers();
  return (tableRow) => {
    const { row, line } = tableRow;
    const refused = (
      number: string,
      reasons: RefusedReason[],
      doubts: readonly Doubt[] = [],
    ): ReadResult => ({
      result: { row, line, number: number.trim().slice(0, 100), reasons },
      doubts,
      understood: () => [],
    });
    if ('fault' in tableRow) return refused('', [{ code: tableRow.fault }]);
    const { cells } = tableRow;
    const cellOf = (field: ImportField): string => cells[places.get(field) ?? -1] ?? '';
    if (cells.length !== width) {
      const params = { count: cells.length, expected: width };
      return refused(cellOf('sourceNumber'), [{ code: 'cell-count', params }]);
    }
    const typed = Object.fromEntries(importFields.map((field) => [field, cellOf(field)]));
    const read = readRow(typed, reader);
    if (!read.ok) {
      return refused(
        cellOf('sourceNumber'),
        read.faults.map(({ field, reason, limit }) => ({
          code: reason,
          column: map.columns[field] ?? field,
          ...(limit !== undefined && { params: { limit } }),
        })),
      );
    }
    const { matter } = read;
    const known = seen.note(matter.sourceNumber, row, cells);
    if (known && !known.isSame) {
      return refused(matter.sourceNumber, [
        { code: 'number-repeated', column: map.columns.sourceNumber, params: { row: known.row } },
      ]);
    }
    if (known) return { result: 'repeated', doubts: [], understood: () => [] };
    const chosen = choose(matter);
    if ('doubts' in chosen) {
      const reasons = chosen.doubts.map(({ field, typed: word }) => ({
        code: 'undecided' as const,
        column: map.columns[field] ?? field,
        params: { typed: word },
      }));
      return refused(matter.sourceNumber, reasons, chosen.doubts);
    }
    return {
      result: { ...matter, ...chosen, row, line },
      doubts: [],
      understood: () => understood(typed, matter, map.zone),
    };
  };
}

const timesRemembered = 5000;
const lettersOfTime = 40;

/** Many rows are of one day, and it is written alike. What is kept of it is a copy, as with the numbers. */
function remembered(readTime: TimeReader): TimeReader {
  const known = new Map<string, ReturnType<TimeReader>>();
  return (typed) => {
    let time = known.get(typed);
    if (time === undefined) {
      time = readTime(typed);
      if (known.size < timesRemembered && typed.length <= lettersOfTime)
        known.set(Buffer.from(typed).toString(), time);
    }
    return time;
  };
}
