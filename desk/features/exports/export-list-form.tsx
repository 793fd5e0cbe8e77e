import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AskExportBody, ExportFilter, ExportSizeAnswer, ExportView } from '#contract/exports/exports.ts';
import {
  isPersonal,
  type TableContents,
  type TableFormat,
  tableContents,
  tableFormats,
} from '#domain/exports/vocabulary.ts';
import { fieldReason } from '../../app/api/problem.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import { useWords } from '../../app/language/words.tsx';
import { Radios } from '../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../design-system/forms/field.tsx';
import { DrawerForm } from '../../design-system/forms/form-drawer.tsx';
import { TextArea } from '../../design-system/forms/text-area.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';
import { exportSizeQuery } from './exports-query.ts';

type Draft = { contents: TableContents; format: TableFormat; purpose: string };
const blank: Draft = { contents: 'facts', format: 'xlsx', purpose: '' };

/** How much of each matter, in which form, and what for; it says beforehand whether a second person will be asked. */
export function ExportListForm({ filter, close }: { filter: ExportFilter; close: () => void }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  const navigate = useNavigate();
  const [draft, setDraft, forget] = useKeptState('export list', blank);
  const [isTried, setTried] = useState(false);
  const size = useQuery(exportSizeQuery(filter));
  const submission = useSubmission<ExportView>(({ needsSecond }) => {
    forget();
    tell(say(needsSecond ? 'exports.askedWaiting' : 'exports.asked'));
    close();
    void navigate('/exports');
  });
  const { contents, format } = draft;
  const purpose = draft.purpose.trim();
  const isMissing = isPersonal(contents) && purpose === '';
  return (
    <DrawerForm
      lead={say('exports.askLead')}
      sending={{ error: submission.error, isPending: submission.isPending, conflict: undefined }}
      submitWord={say('exports.askAct')}
      close={close}
      onSubmit={() => {
        setTried(true);
        if (isMissing) return;
        const body: AskExportBody = { format, contents, filter, ...(isPersonal(contents) && { purpose }) };
        submission.mutate({ path: '/api/v1/exports', body });
      }}
    >
      <div role="status" className="export-size">
        {size.isPending && <p className="faint">{say('exports.counting')}</p>}
        {size.isError && <ErrorState error={size.error} retry={() => void size.refetch()} />}
        {size.data && <Size size={size.data} contents={contents} />}
      </div>
      <FieldGroup legend={say('exports.contents')}>
        <Radios
          className="export-choices"
          value={contents}
          onChange={(chosen) => setDraft({ ...draft, contents: chosen })}
          options={tableContents.map((one) => ({ value: one, label: shared.exportContents[one] }))}
        />
      </FieldGroup>
      <FieldGroup legend={say('exports.format')}>
        <Radios
          className="export-choices"
          value={format}
          onChange={(chosen) => setDraft({ ...draft, format: chosen })}
          options={tableFormats.map((one) => ({ value: one, label: say(`exports.format.${one}`) }))}
        />
      </FieldGroup>
      {isPersonal(contents) && (
        <Field
          label={say('exports.why')}
          hint={say('exports.whyHint')}
          fault={
            fieldReason(submission.error, 'purpose') ??
            (isTried && isMissing ? shared.reasons.required : undefined)
          }
        >
          {(parts) => (
            <TextArea
              {...parts}
              lines={{ least: 2 }}
              maxLength={400}
              value={draft.purpose}
              onChange={(event) => setDraft({ ...draft, purpose: event.target.value })}
            />
          )}
        </Field>
      )}
    </DrawerForm>
  );
}

function Size({ size, contents }: { size: ExportSizeAnswer; contents: TableContents }) {
  const { say } = useWords();
  const { rows, rowsOfAnyExport, rowsAlone } = size;
  if (rows === 0) return <p>{say('exports.countNone')}</p>;
  if (rows > rowsOfAnyExport) return <p>{say('exports.countTooMany', { most: rowsOfAnyExport })}</p>;
  const alone = isPersonal(contents) ? rowsAlone.personal : rowsAlone.facts;
  return (
    <p>
      <strong>{say('exports.count', { count: rows })}</strong>{' '}
      <span className="soft">{say(rows > alone ? 'exports.second' : 'exports.alone', { count: alone })}</span>
    </p>
  );
}
