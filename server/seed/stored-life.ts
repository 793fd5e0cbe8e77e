import type { TableRows } from './life-rows.queries.ts';
import type { StampedTable } from './tables.ts';

export type Row = readonly string[];

/** The rows of a life by their names; every value as COPY writes it. */
export type StoredLife = {
  readonly tables: readonly TableRows[];
  rowsOf(table: StampedTable): readonly Row[];
  field(table: StampedTable, row: Row, column: string): string;
  /** The matter's own id first, then those of all its rows. */
  readonly ids: readonly string[];
};

/** As COPY writes nothing. */
export const nothing = '\\N';

export function storedLife(tables: readonly TableRows[]): StoredLife {
  const byName = new Map(tables.map((one) => [one.table, one]));
  const rowsOf = (table: StampedTable): readonly Row[] => byName.get(table)?.rows ?? [];
  const field = (table: StampedTable, row: Row, column: string): string =>
    row[byName.get(table)?.columns.findIndex(({ name }) => name === column) ?? -1] ?? nothing;
  const [matter = []] = rowsOf('matter');
  const others = tables
    .filter(({ table, columns }) => table !== 'matter' && columns.some(({ name }) => name === 'id'))
    .flatMap(({ table, rows }) => rows.map((row) => field(table, row, 'id')));
  return { tables, rowsOf, field, ids: [field('matter', matter, 'id'), ...others] };
}
