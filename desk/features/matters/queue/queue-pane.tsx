import './queue.css';
import '../bulk/bulk.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { queues } from '#contract/matters/list-matters.ts';
import { mattersAtOnceAtMost } from '#domain/matters/bulk.ts';
import { statuses } from '#domain/matters/vocabulary.ts';
import { useCity, useNameOf } from '../../../app/city/city.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useRole } from '../../../app/session/session.tsx';
import { SavedViewsMenu } from '../../../app/views/saved-views.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { FilterChip, FilterChips } from '../../../design-system/forms/filter-chips.tsx';
import { Segmented } from '../../../design-system/forms/segmented.tsx';
import { BulkDrawer } from '../bulk/bulk-drawer.tsx';
import type { Selected } from '../bulk/use-bulk.ts';
import { useSelection } from '../bulk/use-selection.ts';
import { QueueList } from './queue-list.tsx';
import { type QueueFilters, queueQuery } from './queue-query.ts';
import { useQueueFilters } from './use-queue-filters.ts';

/** What waits for me, what my office holds, what has ended, what was drawn for a look. */
export function QueuePane({
  tools,
}: {
  /** What else may be done with the list as it is filtered now. */
  tools?: (filters: QueueFilters & { queue: (typeof queues)[number] }) => ReactNode;
}) {
  const { say, shared } = useWords();
  const role = useRole();
  const city = useCity();
  const nameOf = useNameOf();
  const { filters, set, apply, search } = useQueueFilters();
  const { data } = useInfiniteQuery(queueQuery(filters));
  const total = data?.pages[0]?.total;
  const tabs = queues.filter(
    (queue) =>
      (queue !== 'sampled' || role === 'supervisor') &&
      (queue !== 'reopening-asked' || role === 'supervisor' || role === 'dispatcher'),
  );
  const isOpenQueue = filters.queue === 'mine' || filters.queue === 'office';
  const selection = useSelection(search);
  const chosen = selection.chosen;
  const [acting, actOn] = useState<readonly Selected[]>();
  const isFiltered = Boolean(filters.status ?? filters.kind ?? filters.due);
  return (
    <section className="queue" aria-label={say('place.queue')}>
      <header className="queue-head">
        <Segmented
          value={filters.queue}
          onChange={(queue) => set('queue', queue)}
          options={tabs.map((queue) => ({ value: queue, label: say(`queue.${queue}`) }))}
          aria-label={say('queue.which')}
        />
        {total !== undefined && (
          <span className="faint" role="status">
            {total >= 1000 ? '1000+' : say('queue.total', { count: total })}
          </span>
        )}
        {isOpenQueue && (
          <button
            type="button"
            className="text-button"
            aria-pressed={chosen !== null}
            onClick={chosen === null ? selection.start : selection.stop}
          >
            {say(chosen === null ? 'bulk.select' : 'bulk.stopSelecting')}
          </button>
        )}
      </header>
      <FilterChips label={say('queue.filters')}>
        {filters.queue !== 'ended' && (
          <FilterChip
            label={say('queue.due')}
            value={filters.due}
            choices={(['late', 'today', 'week'] as const).map((due) => ({
              value: due,
              label: say(`queue.due.${due}`),
            }))}
            onChange={(due) => set('due', due)}
          />
        )}
        <FilterChip
          label={say('queue.stage')}
          value={filters.status?.[0]}
          choices={statuses.map((status) => ({ value: status, label: shared.statuses[status] }))}
          onChange={(status) => set('status', status)}
        />
        <FilterChip
          label={say('queue.kind')}
          value={filters.kind?.[0]}
          choices={(city?.kinds ?? []).map((kind) => ({ value: kind.code, label: nameOf(kind) }))}
          onChange={(kind) => set('kind', kind)}
        />
        <SavedViewsMenu place="queue" present={filters} apply={apply} />
        {tools?.(filters)}
      </FilterChips>
      <QueueList
        filters={filters}
        search={search ? `?${search}` : ''}
        empty={say(isFiltered ? 'queue.emptyFiltered' : `queue.empty.${filters.queue}`)}
        selection={isOpenQueue ? selection : undefined}
      />
      {isOpenQueue && chosen !== null && (
        <div className="bulk-bar" role="toolbar" aria-label={say('bulk.act')}>
          <span role="status">
            {say('bulk.chosen', { count: chosen.size })}{' '}
            {chosen.size >= mattersAtOnceAtMost && say('bulk.tooMany', { limit: mattersAtOnceAtMost })}
          </span>
          <button
            type="button"
            className="text-button"
            onClick={() => selection.add(data?.pages.flatMap(({ matters }) => matters) ?? [])}
          >
            {say('bulk.all')}
          </button>
          {chosen.size > 0 && (
            <button type="button" className="text-button" onClick={selection.clear}>
              {say('bulk.none')}
            </button>
          )}
          <Button type="primary" disabled={chosen.size === 0} onClick={() => actOn([...chosen.values()])}>
            {say('bulk.act')}
          </Button>
        </div>
      )}
      <BulkDrawer
        matters={acting}
        close={(isDone) => {
          actOn(undefined);
          if (isDone) selection.stop();
        }}
      />
    </section>
  );
}
