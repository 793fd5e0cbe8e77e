import { createHash } from 'node:crypto';
import type { ImportMap } from '#contract/imports/import-map.ts';
import type { RefusedReason } from '#contract/imports/refused-row.ts';
import { type ImportField, importFields, readRow } from '#domain/imports/read-row.ts';
import { createTimeReader } from '#domain/imports/read-time.ts';
import type { Services } from '#server/app/services.ts';
import { kindChooser } from './choose-kind.ts';
import type { ReadyRow, RefusedRow, Target } from './imported-rows.ts';
import { openTable, type Table } from './open-table.ts';
import { registerLive } from './register-live.ts';
import { writeHistory } from './write-history.ts';

export type ImportCounts = { imported: number; unchanged: number; refused: number };

export type ImportOrder = {
  readonly file: string;
  readonly map: ImportMap;
  /** New matters of today instead of closed history. */
  readonly isLive: boolean;
  readonly onRefused: (row: RefusedRow) => void;
  readonly onProgress: (share: number, counts: ImportCounts) => void;
};

const batchSize = 200;

/**
 * Brings a table in, row by row, in batches of a transaction each: interrupted anywhere, the next run goes on where
 * it stopped, because the source's number is the key of a row.
 */
export async function importMatters(services: Services, order: ImportOrder): Promise<ImportCounts> {
  const { map, onRefused, onProgress } = order;
  const table = await openTable(order.file, map.encoding);
  const read = rowReader(services, map, placesOf(map, table, order.file), table.headings.length);
  const target: Target = order.isLive ? await registerLive(services, map) : writeHistory(services, map);
  const counts: ImportCounts = { imported: 0, unchanged: 0, refused: 0 };
  const refuse = (row: RefusedRow): void => {
    counts.refused += 1;
    onRefused(row);
  };

  let batch: ReadyRow[] = [];
  const flush = async (): Promise<void> => {
    const done = batch.length === 0 ? { imported: 0, unchanged: 0, refused: [] } : await target(batch);
    batch = [];
    counts.imported += done.imported;
    counts.unchanged += done.unchanged;
    for (const row of done.refused) refuse(row);
    onProgress(table.shareRead(), { ...counts });
  };
  for await (const row of table.rows()) {
    const result = read(row);
    if (result === 'repeated') counts.unchanged += 1;
    else if ('reasons' in result) refuse(result);
    else batch.push(result);
    if (batch.length === batchSize) await flush();
  }
  await flush();
  return counts;
}

type TableRow = Awaited<ReturnType<ReturnType<Table['rows']>['next']>>['value'];

/** Reads row after row; remembers the numbers it saw, because of two rows with one number only one can be right. */
function rowReader(
  services: Services,
  map: ImportMap,
  places: ReadonlyMap<ImportField, number>,
  width: number,
): (row: TableRow) => ReadyRow | RefusedRow | 'repeated' {
  const reader = { readTime: createTimeReader(map.dateFormats), zone: map.zone, now: services.clock.now() };
  const kindOf = kindChooser(services.pack, map);
  const seen = new Map<string, { row: number; digest: string }>();
  return (tableRow) => {
    const { row, line } = tableRow;
    if ('fault' in tableRow) return { row, line, number: '', reasons: [{ code: tableRow.fault }] };
    const { cells } = tableRow;
    const cellOf = (field: ImportField): string => cells[places.get(field) ?? -1] ?? '';
    const refused = (reasons: RefusedReason[]): RefusedRow => ({
      row,
      line,
      number: cellOf('sourceNumber').trim().slice(0, 100),
      reasons,
    });
    if (cells.length !== width) {
      return refused([{ code: 'cell-count', params: { count: cells.length, expected: width } }]);
    }
    const read = readRow(Object.fromEntries(importFields.map((field) => [field, cellOf(field)])), reader);
    if (!read.ok) {
      return refused(
        read.faults.map(({ field, reason, limit }) => ({
          code: reason,
          column: map.columns[field] ?? field,
          ...(limit !== undefined && { params: { limit } }),
        })),
      );
    }
    const { matter } = read;
    const digest = createHash('sha256').update(cells.join('\u0000')).digest('base64');
    const known = seen.get(matter.sourceNumber);
    if (known) {
      return known.digest === digest
        ? 'repeated'
        : refused([
            { code: 'number-repeated', column: map.columns.sourceNumber, params: { row: known.row } },
          ]);
    }
    seen.set(matter.sourceNumber, { row, digest });
    return { ...matter, row, line, kind: kindOf(matter) };
  };
}

/** Where each field stands in the table; a column that the map names and the table lacks is an error of the whole. */
function placesOf(map: ImportMap, table: Table, file: string): Map<ImportField, number> {
  const places = new Map<ImportField, number>();
  for (const [field, heading] of Object.entries(map.columns) as [ImportField, string][]) {
    const place = table.headings.indexOf(heading.trim());
    if (place < 0) throw new Error(`The file ${file} has no column “${heading}”; ${columnsOf(table, map)}.`);
    places.set(field, place);
  }
  return places;
}

/** A first row in which nothing is known may be somebody's matter rather than headings: it is not repeated here. */
function columnsOf({ headings }: Table, map: ImportMap): string {
  const isKnown = Object.values(map.columns).some((heading) => headings.includes(String(heading).trim()));
  if (!isKnown) return `none of the ${headings.length} in its first row is one that the map names`;
  return `its columns are: ${headings
    .slice(0, 30)
    .map((one) => one.slice(0, 40))
    .join(', ')}`;
}
