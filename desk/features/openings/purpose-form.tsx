import { useState } from 'react';
import type { OpenOutsideBody, OutsideMatter, RunningOpening } from '#contract/access/outside-opening.ts';
import { purposeWords } from '#domain/access/outside-opening.ts';
import { fieldReason } from '../../app/api/problem.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import { useWords } from '../../app/language/words.tsx';
import { Radio, Radios } from '../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../design-system/forms/field.tsx';
import { DrawerForm } from '../../design-system/forms/form-drawer.tsx';
import { TextArea } from '../../design-system/forms/text-area.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';

type Values = { purpose: OpenOutsideBody['purpose'] | ''; words: string };
const blank: Values = { purpose: '', words: '' };
const bounds = { least: purposeWords.atLeast, most: purposeWords.atMost };

/** For what the file is opened: one of a list, and words that the parties will read. */
export function PurposeForm(props: { outside: OutsideMatter; onDone: () => void; close: () => void }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  const { matter, purposes, hours } = props.outside;
  const [values, setValues, forget] = useKeptState(`outside ${matter.id}`, blank);
  const [isTried, setTried] = useState(false);
  const submission = useSubmission<RunningOpening>(() => {
    forget();
    tell(say('outside.done'));
    props.onDone();
  });
  const words = values.words.trim();
  const isShort = words.length < purposeWords.atLeast;
  const send = () => {
    setTried(true);
    if (!values.purpose || isShort) return;
    const body: OpenOutsideBody = { purpose: values.purpose, words };
    submission.mutate({ path: `/api/v1/matters/${matter.id}/openings`, body });
  };
  return (
    <DrawerForm
      lead={say('outside.formLead', { hours })}
      sending={{ error: submission.error, isPending: submission.isPending, conflict: undefined }}
      submitWord={say('outside.submit')}
      onSubmit={send}
      close={props.close}
    >
      <FieldGroup
        legend={say('outside.purpose')}
        fault={isTried && !values.purpose ? shared.reasons.required : undefined}
      >
        <Radios
          className="purposes"
          value={values.purpose}
          onChange={(chosen) => setValues({ ...values, purpose: chosen })}
        >
          {purposes.map(({ code, label, source }) => (
            <Radio key={code} value={code}>
              {label}
              {source && <span className="faint"> {source}</span>}
            </Radio>
          ))}
        </Radios>
      </FieldGroup>
      <Field
        label={say('outside.words')}
        hint={say('outside.wordsHint', bounds)}
        fault={
          fieldReason(submission.error, 'words') ??
          (isTried && isShort ? say('outside.wordsShort', bounds) : undefined)
        }
      >
        {(parts) => (
          <TextArea
            {...parts}
            lines={{ least: 3, most: 10 }}
            maxLength={purposeWords.atMost}
            value={values.words}
            onChange={(event) => setValues({ ...values, words: event.target.value })}
          />
        )}
      </Field>
    </DrawerForm>
  );
}
