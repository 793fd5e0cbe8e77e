import { queryOptions } from '@tanstack/react-query';
import type { ListMattersAnswer } from '#contract/matters/list-matters.ts';
import type { Colleagues, Destinations, PossibleReaders } from '#contract/matters/places.ts';
import { request } from '../../../../app/api/request.ts';

/** Where a matter may go from here. */
export function destinationsQuery(matterId: string) {
  return queryOptions({
    queryKey: ['matters', 'destinations', matterId],
    queryFn: ({ signal }) => request<Destinations>(`/api/v1/matters/${matterId}/destinations`, { signal }),
  });
}

/** Who of this office could handle it. */
export function colleaguesQuery(matterId: string) {
  return queryOptions({
    queryKey: ['matters', 'colleagues', matterId],
    queryFn: ({ signal }) => request<Colleagues>(`/api/v1/matters/${matterId}/colleagues`, { signal }),
  });
}

/** The matter with this code, where this office takes part in it. */
export function matterByCodeQuery(code: string) {
  return queryOptions({
    queryKey: ['matters', 'by-code', code],
    queryFn: ({ signal }) =>
      request<ListMattersAnswer>('/api/v1/matters', { query: { code, limit: 1 }, signal }),
    enabled: code !== '',
  });
}

/** Who could read the file, at the offices that take part or at the one where it is to go. */
export function readersQuery(matterId: string, unitId: string | undefined) {
  return queryOptions({
    queryKey: ['matters', 'readers', matterId, unitId],
    queryFn: ({ signal }) =>
      request<PossibleReaders>(`/api/v1/matters/${matterId}/readers`, { query: { unitId }, signal }),
  });
}
