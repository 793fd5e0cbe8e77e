import { queryOptions } from '@tanstack/react-query';
import type { ListMacrosAnswer } from '#contract/office/macros.ts';
import { request } from '../api/request.ts';

/** The set steps of the office under which one acts. */
export const macrosQuery = queryOptions({
  queryKey: ['macros'],
  queryFn: ({ signal }) => request<ListMacrosAnswer>('/api/v1/office/macros', { signal }),
  staleTime: 60_000,
});
