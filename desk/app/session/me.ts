import { queryOptions } from '@tanstack/react-query';
import type { Me, MyPosting } from '#contract/access/me.ts';
import { request } from '../api/request.ts';

export type { Me };
export type Posting = MyPosting;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<Me>('/api/v1/me', { signal }),
  staleTime: 5 * 60_000,
  // That nobody is signed in has been answered before anything is drawn, and is not asked again for being drawn.
  retryOnMount: false,
});
