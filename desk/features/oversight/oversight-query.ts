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
  level?: string | undefined;
  holder?: string | undefined;
  sealed?: string | undefined;
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

export type Board = Figures['by'];

export function figuresQuery(region: string | undefined, by: Board) {
  return queryOptions({
    queryKey: ['matters', 'figures', region ?? '', by],
    queryFn: ({ signal }) => request<Figures>('/api/v1/oversight/figures', { query: { region, by }, signal }),
    // While another count is on its way the table stays where it is.
    placeholderData: (before) => (before?.by === by ? before : undefined),
  });
}
