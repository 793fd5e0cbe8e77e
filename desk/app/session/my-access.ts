import { queryOptions } from '@tanstack/react-query';
import type { MyAccess } from '#contract/access/getting-in.ts';
import { request } from '../api/request.ts';

/** One's own ways in. */
export const myAccessQuery = queryOptions({
  queryKey: ['my-access'],
  queryFn: ({ signal }) => request<MyAccess>('/api/v1/me/access', { signal }),
});
