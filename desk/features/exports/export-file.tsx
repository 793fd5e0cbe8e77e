import './exports.css';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ExportView } from '#contract/exports/exports.ts';
import { fieldReason } from '../../app/api/problem.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { DrawerForm, FormDrawer } from '../../design-system/forms/form-drawer.tsx';
import { TextArea } from '../../design-system/forms/text-area.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';
import { useMayExport } from './use-may-export.ts';

/** Under the papers of a matter: all of it in one file. */
export function ExportFileButton({ matterId }: { matterId: string }) {
  const { say } = useWords();
  const [asking, ask] = useState<string>();
  if (!useMayExport()) return null;
  return (
    <div className="not-printed">
      <Button onClick={() => ask(matterId)}>{say('exports.file')}</Button>
      <FormDrawer task={asking} titleOf={() => say('exports.fileTitle')} close={() => ask(undefined)}>
        {(id) => <ExportFileForm matterId={id} close={() => ask(undefined)} />}
      </FormDrawer>
    </div>
  );
}

function ExportFileForm({ matterId, close }: { matterId: string; close: () => void }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  const navigate = useNavigate();
  const [purpose, setPurpose, forget] = useKeptState(`export file ${matterId}`, '');
  const [isTried, setTried] = useState(false);
  const submission = useSubmission<ExportView>(() => {
    forget();
    tell(say('exports.asked'));
    close();
    void navigate('/exports');
  });
  const isMissing = purpose.trim() === '';
  return (
    <DrawerForm
      lead={say('exports.fileLead')}
      sending={{ error: submission.error, isPending: submission.isPending, conflict: undefined }}
      submitWord={say('exports.askAct')}
      close={close}
      onSubmit={() => {
        setTried(true);
        if (isMissing) return;
        submission.mutate({ path: `/api/v1/matters/${matterId}/export`, body: { purpose: purpose.trim() } });
      }}
    >
      <Field
        label={say('exports.why')}
        fault={
          fieldReason(submission.error, 'purpose') ??
          (isTried && isMissing ? shared.reasons.required : undefined)
        }
      >
        {(parts) => (
          <TextArea
            {...parts}
            autoFocus
            lines={{ least: 2 }}
            maxLength={400}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        )}
      </Field>
    </DrawerForm>
  );
}
