import { infiniteQueryOptions } from '@tanstack/react-query';
import type { ListNoticesAnswer } from '#contract/notices/notices.ts';
import { request } from '../../app/api/request.ts';

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices'],
  queryFn: ({ pageParam, signal }) =>
    request<ListNoticesAnswer>('/api/v1/notices', { query: { after: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});
