import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#contract/errors/problem.ts';
import type { ExportView } from '#contract/exports/exports.ts';
import { asProblem, fieldReason } from '../../app/api/problem.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import { useWords } from '../../app/language/words.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { DrawerForm } from '../../design-system/forms/form-drawer.tsx';
import { TextArea } from '../../design-system/forms/text-area.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';

/** Why not; whoever asked is told. */
export function RefuseExportForm({ asked, close }: { asked: ExportView; close: () => void }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  const queryClient = useQueryClient();
  const [reason, setReason, forget] = useKeptState(`refuse-export ${asked.id}`, '');
  const [isTried, setTried] = useState(false);
  const submission = useSubmission<ExportView>(() => {
    forget();
    tell(say('exports.refused'));
    close();
  });
  const problem: (Problem & { current?: unknown }) | undefined = asProblem(submission.error)?.problem;
  const current = problem?.current as ExportView | undefined;
  const isDecided = problem?.code === 'export-decided' || problem?.code === 'stale-version';
  const goOn = () => {
    void queryClient.invalidateQueries({ queryKey: ['exports'] });
    close();
  };
  return (
    <DrawerForm
      lead={say('exports.refuseLead')}
      sending={{
        error: submission.error,
        isPending: submission.isPending,
        conflict: isDecided ? { sentence: say('exports.decidedMeanwhile'), goOn } : undefined,
      }}
      typed={[{ name: say('exports.reason'), value: reason }]}
      stored={[{ name: say('exports.conflictStatus'), value: current?.statusLabel ?? '' }]}
      submitWord={say('exports.refuseAct')}
      close={close}
      onSubmit={() => {
        setTried(true);
        if (reason.trim() === '') return;
        submission.mutate({
          path: `/api/v1/exports/${asked.id}/actions/decide`,
          body: { version: asked.version, decision: 'refuse', reason: reason.trim() },
        });
      }}
    >
      <Field
        label={say('exports.reason')}
        fault={
          fieldReason(submission.error, 'reason') ??
          (isTried && reason.trim() === '' ? shared.reasons.required : undefined)
        }
      >
        {(parts) => (
          <TextArea
            {...parts}
            autoFocus
            lines={{ least: 3 }}
            maxLength={400}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </DrawerForm>
  );
}
