import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Figures } from '#contract/oversight/oversight.ts';
import { useWords } from '../../app/language/words.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { figuresQuery, type OversightFilters } from './oversight-query.ts';

const columns = ['open', 'late', 'dueThisWeek', 'disputed', 'lateTasks', 'inDanger'] as const;
type Column = (typeof columns)[number];

const behind: Record<Column, OversightFilters> = {
  open: {},
  late: { due: 'late' },
  dueThisWeek: { due: 'week' },
  disputed: { status: 'disputed' },
  lateTasks: { lateTasks: 'true' },
  inDanger: { inDanger: 'true' },
};

type Props = {
  region: string | undefined;
  /** Opens the matters behind a figure. */
  show: (filters: OversightFilters) => void;
  /** Goes one level down. */
  goTo: (region: string) => void;
};

/** A row for each centre; every figure opens the matters behind it, every column sorts. */
export function FiguresTable({ region, show, goTo }: Props) {
  const { say } = useWords();
  const [sortedBy, sortBy] = useState<Column>('late');
  const query = useQuery(figuresQuery(region));
  if (query.isPending) return <SkeletonRows count={4} />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data.rows.toSorted((one, other) => other[sortedBy] - one[sortedBy]);
  const most = Math.max(1, ...rows.map(({ open }) => open));
  return (
    <div className="table-scroll figures">
      <table>
        <caption className="only-read-aloud">{say('oversight.byCentre')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('oversight.region')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" aria-sort={sortedBy === column ? 'descending' : 'none'}>
                <button type="button" className="plain-button" onClick={() => sortBy(column)}>
                  {say(`oversight.${column}`)}{' '}
                  <span aria-hidden="true">{sortedBy === column ? '▾' : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FigureRow key={row.region.code} row={row} most={most} show={show} goTo={goTo} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Omit<Props, 'region'> & { row: Figures['rows'][number]; most: number };

function FigureRow({ row, most, show, goTo }: RowProps) {
  const { say } = useWords();
  const { code, label } = row.region;
  const name = row.isHere ? say('oversight.here', { region: label }) : label;
  const place: OversightFilters = { place: code, here: row.isHere ? 'true' : undefined };
  return (
    <tr>
      <th scope="row">
        {row.hasRegionsBelow ? (
          <button type="button" className="text-button" onClick={() => goTo(code)}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      {columns.map((column) => (
        <td key={column}>
          {row[column] === 0 ? (
            <span className="no-figure">0</span>
          ) : (
            <button
              type="button"
              className="text-button figure"
              onClick={() => show({ ...place, ...behind[column] })}
            >
              {row[column]}
            </button>
          )}
          {column === 'open' && row.open > 0 && (
            <i className="figure-bar" style={{ width: `${(row.open / most) * 100}%` }} />
          )}
        </td>
      ))}
    </tr>
  );
}
