import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ListMattersAnswer, ListMattersQuery } from '#contract/matters/list-matters.ts';
import { request } from '../../../app/api/request.ts';

export type QueueFilters = Pick<ListMattersQuery, 'queue' | 'status' | 'kind' | 'due'>;

/** The queue, page after page by key; the position in the list survives going into a matter and back. */
export function queueQuery(filters: QueueFilters) {
  return infiniteQueryOptions({
    queryKey: ['matters', 'queue', filters],
    queryFn: ({ pageParam, signal }) =>
      request<ListMattersAnswer>('/api/v1/matters', {
        query: { ...filters, after: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
