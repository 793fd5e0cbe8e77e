import './table.css';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../app/language/words.tsx';
import { useShownFirst } from '../../app/late/use-shown-first.ts';
import { Button } from '../acts/button.tsx';
import { ErrorState } from '../states/error-state.tsx';
import { SkeletonRows } from '../states/skeleton-rows.tsx';

/** `head` is left out where the cell speaks for itself, as buttons do. */
export type Column<Row> = {
  readonly key: string;
  readonly head?: string;
  readonly cell: (row: Row) => ReactNode;
};

/** As many as a tall window shows. */
const firstRows = 12;

/** A list that is read page by page, in all its states: waiting, failed, empty, there, with more to come. */
export function PagedTable<Page, Row extends { readonly id: string }>(props: {
  caption: string;
  query: UseInfiniteQueryResult<InfiniteData<Page>>;
  rowsOf: (page: Page) => readonly Row[];
  columns: readonly Column<Row>[];
  empty: ReactNode;
  /** It stands under what everybody looks at first, and follows that. */
  isBelow?: boolean;
}) {
  const { say } = useWords();
  const { query, columns } = props;
  const isWhole = useShownFirst(query.isSuccess);
  if (query.isPending) return <SkeletonRows />;
  if (query.isSuccess && props.isBelow && !isWhole) return null;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const all = query.data.pages.flatMap((page) => props.rowsOf(page));
  const rows = isWhole ? all : all.slice(0, firstRows);
  if (rows.length === 0) return <>{props.empty}</>;
  return (
    <>
      <div className="data-table">
        <table>
          <caption className="only-read-aloud">{props.caption}</caption>
          <thead>
            <tr>
              {columns.map(({ key, head }) => (
                <th key={key} scope="col">
                  {head ?? <span className="only-read-aloud">{say('table.acts')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {columns.map(({ key, head, cell }) => (
                  <td key={key} data-head={head}>
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isWhole && query.hasNextPage && (
        <div>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say('queue.loadMore')}
          </Button>
        </div>
      )}
    </>
  );
}
