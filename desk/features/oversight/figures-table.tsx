import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Figures, FiguresRow } from '#contract/oversight/oversight.ts';
import { levels } from '#domain/levels/vocabulary.ts';
import { useWords } from '../../app/language/words.tsx';
import { LevelMark } from '../../design-system/marks/level-mark.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { exactInstant } from '../../design-system/time/day-words.ts';
import { Instant } from '../../design-system/time/instant.tsx';
import {
  behind,
  type Figure,
  figures,
  filtersOf,
  inOrder,
  type Order,
  pressed,
  totals,
} from './board-rows.ts';
import { type Board, figuresQuery, type OversightFilters } from './oversight-query.ts';

type Props = {
  by: Board;
  region: string;
  /** Opens the matters behind a figure. */
  show: (filters: OversightFilters) => void;
  /** Goes one level down. */
  goTo: (region: string) => void;
};

/** A row for each centre, office or kind; every figure opens the matters behind it, every column sorts. */
export function FiguresTable({ by, region, show, goTo }: Props) {
  const { language, say } = useWords();
  const [order, setOrder] = useState<Order>({ by: 'late', isUp: false });
  const nameOf = useNameOfRow(by);
  const query = useQuery(figuresQuery(region || undefined, by));
  if (query.isPending) return <SkeletonRows count={4} />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const { rows, countedAt, region: here } = query.data;
  const most = Math.max(1, ...rows.map(({ open }) => open));
  const sums = totals(rows);
  const press = (column: Order['by']) => setOrder(pressed(order, column));
  return (
    <>
      <p className="only-printed">
        {say('board.printed', { region: here.label, at: exactInstant(countedAt, language) })} ·{' '}
        {say(`board.by.${by}`)}
      </p>
      <p className="faint not-printed">
        {say('board.countedAt')} <Instant at={countedAt} />
      </p>
      <div className="table-scroll figures">
        <table>
          <caption className="only-read-aloud">{say(`board.by.${by}`)}</caption>
          <thead>
            <tr>
              <Head column="name" order={order} press={press}>
                {say(by === 'centre' ? 'oversight.region' : by === 'office' ? 'board.office' : 'queue.kind')}
              </Head>
              {figures.map((figure) => (
                <Head key={figure} column={figure} order={order} press={press}>
                  <FigureName figure={figure} />
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(rows, order, nameOf).map((row) => (
              <FigureRow
                key={row.unit?.id ?? row.kind?.code ?? `${row.region.code} ${row.isHere} ${row.isSealed}`}
                row={row}
                name={nameOf(row)}
                filters={filtersOf(row, by, region || here.code)}
                most={most}
                show={show}
                goTo={goTo}
              />
            ))}
          </tbody>
          {rows.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">{say('board.total')}</th>
                {figures.map((figure) => (
                  <td key={figure}>{sums[figure]}</td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {rows.length === 0 && <EmptyState>{say('board.empty')}</EmptyState>}
      </div>
    </>
  );
}

function useNameOfRow(by: Board): (row: FiguresRow) => string {
  const { say } = useWords();
  return ({ unit, kind, region, isHere }) => {
    if (by === 'office') return unit?.name ?? '';
    if (by === 'kind') return kind?.label ?? say('board.sealed');
    return isHere ? say('oversight.here', { region: region.label }) : region.label;
  };
}

function Head(props: {
  column: Order['by'];
  order: Order;
  press: (column: Order['by']) => void;
  children: React.ReactNode;
}) {
  const { column, order, press } = props;
  const isSorted = order.by === column;
  return (
    <th scope="col" aria-sort={isSorted ? (order.isUp ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className="plain-button" onClick={() => press(column)}>
        {props.children}{' '}
        <span className="sort-mark" aria-hidden="true">
          {isSorted ? (order.isUp ? '▴' : '▾') : ''}
        </span>
      </button>
    </th>
  );
}

function FigureName({ figure }: { figure: Figure }) {
  const { say } = useWords();
  const level = levels.find((one) => one === figure);
  if (level) return <LevelMark level={level} />;
  return say(`oversight.${figure as Exclude<Figure, (typeof levels)[number]>}`);
}

type RowProps = Pick<Props, 'show' | 'goTo'> & {
  row: Figures['rows'][number];
  name: string;
  filters: OversightFilters;
  most: number;
};

function FigureRow({ row, name, filters, most, show, goTo }: RowProps) {
  const { say } = useWords();
  const word = (figure: Figure): string =>
    levels.some((level) => level === figure)
      ? say(`level.${figure as (typeof levels)[number]}`)
      : say(`oversight.${figure as Exclude<Figure, (typeof levels)[number]>}`);
  return (
    <tr>
      <th scope="row">
        {row.hasRegionsBelow ? (
          <button type="button" className="text-button" onClick={() => goTo(row.region.code)}>
            {name}
          </button>
        ) : (
          name
        )}
        {row.unit && <span className="faint row-place">{row.region.label}</span>}
      </th>
      {figures.map((figure) => (
        <td key={figure}>
          {row[figure] === 0 ? (
            <span className="no-figure">0</span>
          ) : (
            <button
              type="button"
              className="text-button figure"
              title={say('board.open', { row: name, figure: word(figure), count: row[figure] })}
              onClick={() => show({ ...filters, ...behind[figure] })}
            >
              {row[figure]}
            </button>
          )}
          {figure === 'open' && row.open > 0 && (
            <span className="figure-bar" aria-hidden="true">
              <i className="bar-late" style={{ width: `${(row.late / most) * 100}%` }} />
              <i className="bar-rest" style={{ width: `${((row.open - row.late) / most) * 100}%` }} />
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}
