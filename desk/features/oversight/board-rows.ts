import type { Figures, FiguresRow } from '#contract/oversight/oversight.ts';
import type { OversightFilters } from './oversight-query.ts';

export const figures = [
  'open',
  'late',
  'dueThisWeek',
  'red',
  'orange',
  'yellow',
  'blue',
  'disputed',
  'lateTasks',
  'inDanger',
] as const;
export type Figure = (typeof figures)[number];

/** Which matters each figure stands for. */
export const behind: Readonly<Record<Figure, OversightFilters>> = {
  open: {},
  late: { due: 'late' },
  dueThisWeek: { due: 'week' },
  red: { level: 'red' },
  orange: { level: 'orange' },
  yellow: { level: 'yellow' },
  blue: { level: 'blue' },
  disputed: { status: 'disputed' },
  lateTasks: { lateTasks: 'true' },
  inDanger: { inDanger: 'true' },
};

/** Which matters a row stands for. */
export function filtersOf(row: FiguresRow, by: Figures['by'], region: string): OversightFilters {
  if (by === 'office') return { place: region, holder: row.unit?.id };
  if (by === 'kind') return { place: region, ...(row.kind ? { kind: row.kind.code } : { sealed: 'true' }) };
  return { place: row.region.code, here: row.isHere ? 'true' : undefined };
}

export type Order = { readonly by: Figure | 'name'; readonly isUp: boolean };

/** What is counted comes largest first, names from the beginning; pressed again the other way round. */
export function pressed(order: Order, column: Order['by']): Order {
  return order.by === column ? { by: column, isUp: !order.isUp } : { by: column, isUp: column === 'name' };
}

/** Rows that count the same keep the order in which they came. */
export function inOrder(
  rows: readonly FiguresRow[],
  order: Order,
  nameOf: (row: FiguresRow) => string,
): FiguresRow[] {
  const compare = (one: FiguresRow, other: FiguresRow): number =>
    order.by === 'name' ? nameOf(one).localeCompare(nameOf(other), 'zh') : one[order.by] - other[order.by];
  return rows.toSorted((one, other) => (order.isUp ? compare(one, other) : compare(other, one)));
}

/** Each column over all rows: a matter stands in one row only. */
export function totals(rows: readonly FiguresRow[]): Readonly<Record<Figure, number>> {
  return Object.fromEntries(
    figures.map((figure) => [figure, rows.reduce((sum, row) => sum + row[figure], 0)]),
  ) as Record<Figure, number>;
}
