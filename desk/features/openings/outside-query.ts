import { queryOptions } from '@tanstack/react-query';
import type { OutsideMatter } from '#contract/access/outside-opening.ts';
import { request } from '../../app/api/request.ts';

/** What may be known of a matter before its file is opened, and for what it may be. */
export function outsideQuery(id: string) {
  return queryOptions({
    queryKey: ['outside', id],
    queryFn: ({ signal }) => request<OutsideMatter>(`/api/v1/matters/${id}/openings`, { signal }),
    retry: false,
  });
}
