import { queryOptions, useQuery } from '@tanstack/react-query';
import type { CityView } from '#contract/organisations/city.ts';
import { request } from '../api/request.ts';
import { useWords } from '../language/words.tsx';

export type City = CityView;

/** What hardly ever changes: the city's regions, kinds and offices. */
export const cityQuery = queryOptions({
  queryKey: ['city'],
  queryFn: ({ signal }) => request<City>('/api/v1/city', { signal }),
  staleTime: 10 * 60_000,
});

export function useCity(): City | undefined {
  return useQuery(cityQuery).data;
}

/** The name of a thing in the language on screen; Chinese where the city pack gives no other. */
export function useNameOf(): (named: { name: string; nameEn?: string | null }) => string {
  const { language } = useWords();
  return (named) => (language === 'en' ? named.nameEn || named.name : named.name);
}
