import { useQueryClient } from '@tanstack/react-query';
import type { Problem } from '#contract/errors/problem.ts';
import type { ImportView } from '#contract/imports/imports.ts';
import { asProblem } from '../../app/api/problem.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { importQuery } from './imports-query.ts';

/** Takes a step; where the import has changed meanwhile, `current` is how it stands now. */
export function useImportStep(one: ImportView, onDone?: () => void) {
  const queryClient = useQueryClient();
  const submission = useSubmission<ImportView>((answer) => {
    queryClient.setQueryData(importQuery(one.id).queryKey, answer);
    onDone?.();
  });
  const problem: (Problem & { current?: unknown }) | undefined = asProblem(submission.error)?.problem;
  const isConflict = problem?.code === 'stale-version' || problem?.code === 'import-not-now';
  return {
    isPending: submission.isPending,
    error: isConflict ? null : submission.error,
    conflict: isConflict ? ((problem?.current as ImportView | undefined) ?? one) : undefined,
    take: (step: 'check' | 'decide' | 'run', body: object) =>
      submission.mutate({
        path: `/api/v1/imports/${one.id}/actions/${step}`,
        body: { version: one.version, ...body },
      }),
    goOn: () => {
      submission.reset();
      void queryClient.invalidateQueries({ queryKey: ['imports'] });
    },
  };
}
