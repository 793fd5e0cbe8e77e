import { infiniteQueryOptions } from '@tanstack/react-query';
import { type Query, request } from './request.ts';

/** A list that the server gives page by page, each with the key of the next. */
export function pagedQuery<Page extends { readonly next: string | null }>(
  name: string,
  path: string,
  query: Query = {},
) {
  return infiniteQueryOptions({
    queryKey: [name, query],
    queryFn: ({ pageParam, signal }) =>
      request<Page>(path, { query: { ...query, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
