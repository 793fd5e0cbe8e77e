import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { queues } from '#contract/matters/list-matters.ts';
import { type Status, statuses } from '#domain/matters/vocabulary.ts';
import type { ViewFilters } from '../../../app/views/saved-views.tsx';
import type { QueueFilters } from './queue-query.ts';

const dues = ['late', 'today', 'week'] as const;

/** The filters stand in the address, so that going back, reloading and sending a link all keep them. */
export function useQueueFilters() {
  const [params, setParams] = useSearchParams();
  const search = params.toString();
  const filters = useMemo<QueueFilters & { queue: (typeof queues)[number] }>(() => {
    const given = new URLSearchParams(search);
    const status = given
      .getAll('status')
      .filter((one): one is Status => (statuses as readonly string[]).includes(one));
    const due = dues.find((one) => one === given.get('due'));
    const kind = given.getAll('kind');
    return {
      queue: queues.find((one) => one === given.get('queue')) ?? 'mine',
      ...(status.length > 0 && { status }),
      ...(kind.length > 0 && { kind }),
      ...(due && { due }),
    };
  }, [search]);
  const set = (name: 'queue' | 'status' | 'kind' | 'due', value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  const apply = (view: ViewFilters) => {
    const next = new URLSearchParams();
    if (view.queue) next.set('queue', view.queue);
    if (view.due) next.set('due', view.due);
    for (const name of ['status', 'kind'] as const) {
      for (const value of view[name] ?? []) next.append(name, value);
    }
    setParams(next, { replace: true });
  };
  return { filters, set, apply, search };
}
