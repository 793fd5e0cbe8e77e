import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SearchAnswer } from '#contract/search/search.ts';
import { request } from '../api/request.ts';
import { useRested } from '../kept/use-rested.ts';

const shown = 6;

/** The best few matters for what is being typed, once it rests. */
export function usePaletteMatters(typed: string, isOn: boolean) {
  const q = useRested(typed.trim(), 250);
  const query = useQuery({
    queryKey: ['search', 'palette', q],
    queryFn: ({ signal }) => request<SearchAnswer>('/api/v1/search', { query: { q, limit: shown }, signal }),
    enabled: isOn && q.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return isOn && q.length > 1 ? (query.data?.hits ?? []) : [];
}
