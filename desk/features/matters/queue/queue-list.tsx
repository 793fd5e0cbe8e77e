import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useMemo, useRef } from 'react';
import { useKeys } from '../../../app/keys/use-keys.ts';
import { useWords } from '../../../app/language/words.tsx';
import { EmptyState } from '../../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import { cityDay } from '../../../design-system/time/day-words.ts';
import { groupByDue } from './due-groups.ts';
import { type QueueFilters, queueQuery } from './queue-query.ts';
import { QueueRow } from './queue-row.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useMoreWhenSeen } from './use-more-when-seen.ts';

/** The rows under their due days; the next ones load while one scrolls. */
export function QueueList({
  filters,
  search,
  empty,
}: {
  filters: QueueFilters;
  search: string;
  empty: ReactNode;
}) {
  const { say } = useWords();
  const query = useInfiniteQuery(queueQuery(filters));
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => {
    const pages = query.data?.pages ?? [];
    return groupByDue(
      pages.flatMap((page) => page.matters),
      pages[0]?.days ?? [],
      cityDay(),
    );
  }, [query.data]);
  useKeptScroll(list, `${filters.queue}?${search}`, query.isSuccess);
  const end = useMoreWhenSeen(
    query.hasNextPage && !query.isFetchingNextPage,
    () => void query.fetchNextPage(),
  );
  useKeys({ j: () => moveInList(list.current, 1), k: () => moveInList(list.current, -1) });

  return (
    <div className="queue-list" ref={list}>
      {query.isPending && <SkeletonRows count={10} />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && groups.length === 0 && <EmptyState>{empty}</EmptyState>}
      {groups.map(({ group, count, rows }) => (
        <section key={group} aria-labelledby={`due-${group}`}>
          <h2 id={`due-${group}`} className="queue-group">
            {say(
              filters.queue === 'ended' && group === 'none' ? 'queue.group.ended' : `queue.group.${group}`,
            )}{' '}
            <span className="faint">{count}</span>
          </h2>
          {rows.map((row) => (
            <QueueRow key={row.id} row={row} search={search} />
          ))}
        </section>
      ))}
      <div ref={end} className="queue-end">
        {query.isFetchingNextPage && <SkeletonRows count={3} />}
        {query.isFetchNextPageError && (
          <Button onClick={() => void query.fetchNextPage()}>{say('queue.loadMore')}</Button>
        )}
      </div>
    </div>
  );
}

/** Moves the focus one row on; from nowhere, to the row that is open or else the first one. */
function moveInList(list: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-matter-row]') ?? [])];
  const focused = rows.findIndex((row) => row.matches(':focus'));
  const open = rows.findIndex((row) => row.ariaCurrent === 'page');
  const from = focused >= 0 ? focused : open >= 0 ? open : by === 1 ? -1 : 1;
  rows[Math.min(Math.max(from + by, 0), rows.length - 1)]?.focus();
}
