import { queryOptions } from '@tanstack/react-query';
import type { ProceduresAnswer } from '#contract/roadmap/procedures.ts';
import { request } from '../../app/api/request.ts';

/** They change with the city pack, not by the minute. */
export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: ({ signal }) => request<ProceduresAnswer>('/api/v1/procedures', { signal }),
  staleTime: 10 * 60_000,
});
