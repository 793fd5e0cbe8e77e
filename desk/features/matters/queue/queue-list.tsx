import { useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react';
import { useParams } from 'react-router';
import { useKeys } from '../../../app/keys/use-keys.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useShownFirst } from '../../../app/late/use-shown-first.ts';
import { Button } from '../../../design-system/acts/button.tsx';
import { moveInList } from '../../../design-system/list/move-in-list.ts';
import { EmptyState } from '../../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import { cityDay } from '../../../design-system/time/day-words.ts';
import type { Selection } from '../bulk/use-selection.ts';
import { groupByDue } from './due-groups.ts';
import { type QueueFilters, queueQuery } from './queue-query.ts';
import { QueueRow } from './queue-row.tsx';
import { useKeptScroll } from './use-kept-scroll.ts';
import { useMoreWhenSeen } from './use-more-when-seen.ts';

/** As many as a tall window shows. */
const firstRows = 16;

/** The rows under their due days; the next ones load while one scrolls. */
export function QueueList({
  filters,
  search,
  empty,
  selection,
}: {
  filters: QueueFilters;
  search: string;
  empty: ReactNode;
  /** Undefined where nothing can be done to several. */
  selection: Selection | undefined;
}) {
  const { say } = useWords();
  const query = useInfiniteQuery(queueQuery(filters));
  const list = useRef<HTMLDivElement>(null);
  const isWhole = useShownFirst(query.isSuccess);
  // Whoever opens a file looks at the file; the list beside it follows.
  const first = useParams().id ? 0 : firstRows;
  const groups = useMemo(() => {
    const pages = query.data?.pages ?? [];
    const rows = pages.flatMap((page) => page.matters);
    return groupByDue(isWhole ? rows : rows.slice(0, first), pages[0]?.days ?? [], cityDay());
  }, [query.data, isWhole, first]);
  useKeptScroll(list, `${filters.queue}?${search}`, query.isSuccess);
  const end = useMoreWhenSeen(
    isWhole && query.hasNextPage && !query.isFetchingNextPage,
    () => void query.fetchNextPage(),
  );
  useKeys({ j: () => moveInList(list.current, 1), k: () => moveInList(list.current, -1) });

  /** Here X picks the row that has the focus; on the page beside, the same letter may be an action. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'x' || event.ctrlKey || event.metaKey || event.altKey || !selection)
      return;
    const focused = list.current?.querySelector<HTMLElement>('[data-matter-row]:focus');
    const row = groups.flatMap(({ rows }) => rows).find(({ id }) => id === focused?.dataset.matterRow);
    if (row === undefined) return;
    event.preventDefault();
    selection.toggle(row);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links in it, caught in one place
    <div className="queue-list" ref={list} onKeyDown={onKeyDown}>
      {query.isPending && <SkeletonRows count={10} />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && isWhole && groups.length === 0 && <EmptyState>{empty}</EmptyState>}
      {groups.map(({ group, count, rows }) => (
        <section key={group} aria-labelledby={`due-${group}`}>
          <h2 id={`due-${group}`} className="queue-group">
            {say(
              filters.queue === 'ended' && group === 'none' ? 'queue.group.ended' : `queue.group.${group}`,
            )}{' '}
            <span className="faint">{count}</span>
          </h2>
          {rows.map((row) => (
            <QueueRow
              key={row.id}
              row={row}
              search={search}
              isChosen={selection?.chosen?.has(row.id)}
              pick={selection?.chosen ? selection.toggle : undefined}
            />
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
