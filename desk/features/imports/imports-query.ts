import { queryOptions } from '@tanstack/react-query';
import type { ImportView, ListImportsAnswer, LookAnswer } from '#contract/imports/imports.ts';
import { request } from '../../app/api/request.ts';

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: ({ signal }) => request<ListImportsAnswer>('/api/v1/imports', { signal }),
});

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => request<ImportView>(`/api/v1/imports/${id}`, { signal }),
  });
}

/** Read by the map that the import has at that version. */
export function lookQuery(id: string, version: number, sheet: string | undefined) {
  return queryOptions({
    queryKey: ['imports', id, 'look', version, sheet],
    queryFn: ({ signal }) => request<LookAnswer>(`/api/v1/imports/${id}/look`, { query: { sheet }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** How often to look again while the program works on it. */
export function lookAgainInMs(imports: readonly Pick<ImportView, 'status'>[]): number | false {
  return imports.some(({ status }) => status === 'checking' || status === 'running') ? 1_000 : false;
}
