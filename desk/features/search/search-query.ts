import { infiniteQueryOptions } from '@tanstack/react-query';
import type { SearchAnswer } from '#contract/search/search.ts';
import { request } from '../../app/api/request.ts';

export type SearchFilters = { q: string; kind?: string; status?: string; open?: string };

export function searchQuery(filters: SearchFilters) {
  return infiniteQueryOptions({
    queryKey: ['search', filters],
    queryFn: ({ pageParam, signal }) =>
      request<SearchAnswer>('/api/v1/search', { query: { ...filters, after: pageParam }, signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: filters.q.trim() !== '',
  });
}
