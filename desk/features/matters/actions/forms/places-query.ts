import { queryOptions } from '@tanstack/react-query';
import type { Colleagues, Destinations } from '#contract/matters/places.ts';
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
