import { queryOptions, useMutation } from '@tanstack/react-query';
import type { BulkAnswer, BulkBody, BulkChoicesAnswer } from '#contract/office/bulk.ts';
import { request } from '../../../app/api/request.ts';
import { useSubmission } from '../../../app/api/submission.ts';

/** A matter as it was seen when it was selected. */
export type Selected = {
  readonly id: string;
  readonly version: number;
  readonly subject: string;
};

export function bulkChoicesQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['bulk-choices', ids],
    queryFn: ({ signal }) =>
      request<BulkChoicesAnswer>('/api/v1/matters/bulk/choices', { method: 'POST', body: { ids }, signal }),
    gcTime: 0,
  });
}

export function usePreview() {
  return useMutation({
    mutationFn: (body: BulkBody) =>
      request<BulkAnswer>('/api/v1/matters/bulk/preview', { method: 'POST', body }),
  });
}

/** Done once, however often a lost answer makes it ask. */
export function useRun(onDone: () => void) {
  const submission = useSubmission<BulkAnswer>(onDone);
  return {
    ...submission,
    run: (body: BulkBody) => submission.mutate({ path: '/api/v1/matters/bulk/run', body }),
  };
}
