import './queue.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { queues } from '#contract/matters/list-matters.ts';
import { statuses } from '#domain/matters/vocabulary.ts';
import { useCity, useNameOf } from '../../../app/city/city.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useRole } from '../../../app/session/session.tsx';
import { FilterChip, FilterChips } from '../../../design-system/forms/filter-chips.tsx';
import { QueueList } from './queue-list.tsx';
import { queueQuery } from './queue-query.ts';
import { useQueueFilters } from './use-queue-filters.ts';

/** What waits for me, what my office holds, what has ended, what was drawn for a look. */
export function QueuePane() {
  const { say, shared } = useWords();
  const role = useRole();
  const city = useCity();
  const nameOf = useNameOf();
  const { filters, set, search } = useQueueFilters();
  const { data } = useInfiniteQuery(queueQuery(filters));
  const total = data?.pages[0]?.total;
  const tabs = queues.filter((queue) => queue !== 'sampled' || role === 'supervisor');
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
      </FilterChips>
      <QueueList
        filters={filters}
        search={search ? `?${search}` : ''}
        empty={say(isFiltered ? 'queue.emptyFiltered' : `queue.empty.${filters.queue}`)}
      />
    </section>
  );
}
