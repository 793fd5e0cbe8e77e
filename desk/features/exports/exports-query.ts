import { queryOptions } from '@tanstack/react-query';
import type {
  ExportFilter,
  ExportSizeAnswer,
  ExportsToDecide,
  ExportView,
  ListExportsAnswer,
} from '#contract/exports/exports.ts';
import { pagedQuery } from '../../app/api/paged-query.ts';
import { request } from '../../app/api/request.ts';

export const ownExportsQuery = pagedQuery<ListExportsAnswer>('exports', '/api/v1/exports');

export const toDecideQuery = queryOptions({
  queryKey: ['exports', 'to-decide'],
  queryFn: ({ signal }) => request<ExportsToDecide>('/api/v1/exports/to-decide', { signal }),
});

export function exportSizeQuery(filter: ExportFilter) {
  return queryOptions({
    queryKey: ['exports', 'size', filter],
    queryFn: ({ signal }) => request<ExportSizeAnswer>('/api/v1/exports/size', { query: filter, signal }),
  });
}

/** How often to look again: soon while something is being made, now and then while somebody's answer is awaited. */
export function lookAgainInMs(exports: readonly Pick<ExportView, 'status'>[]): number | false {
  if (exports.some(({ status }) => status === 'making')) return 1_000;
  return exports.some(({ status }) => status === 'waiting') ? 15_000 : false;
}
