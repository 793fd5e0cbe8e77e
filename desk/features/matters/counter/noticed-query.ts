import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SuggestBody, Suggestions } from '#contract/intake/intake.ts';
import { request } from '../../../app/api/request.ts';

const leastCharacters = 6;

/** What the machine notices in a story: asked again when the story has rested, never in the way of typing. */
export function noticedQuery(from: SuggestBody) {
  return queryOptions({
    queryKey: ['intake', 'noticed', from],
    queryFn: ({ signal }) =>
      request<Suggestions>('/api/v1/intake/suggestions', { method: 'POST', body: from, signal }),
    enabled: from.text.trim().length >= leastCharacters,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
}
