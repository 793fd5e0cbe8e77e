import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Figures, OverseenAnswer } from '#contract/oversight/oversight.ts';
import { request } from '../../app/api/request.ts';

/** Which matters the list shows: those at a place, or with `here` at just that place and none below it. */
export type OversightFilters = {
  place?: string | undefined;
  here?: string | undefined;
  status?: string | undefined;
  kind?: string | undefined;
  due?: string | undefined;
  inDanger?: string | undefined;
  lateTasks?: string | undefined;
};

export function overseenQuery({ place, ...filters }: OversightFilters) {
  return infiniteQueryOptions({
    queryKey: ['matters', 'overseen', place, filters],
    queryFn: ({ pageParam, signal }) =>
      request<OverseenAnswer>('/api/v1/oversight/matters', {
        query: { region: place, ...filters, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function figuresQuery(region: string | undefined) {
  return queryOptions({
    queryKey: ['matters', 'figures', region ?? ''],
    queryFn: ({ signal }) => request<Figures>('/api/v1/oversight/figures', { query: { region }, signal }),
  });
}
