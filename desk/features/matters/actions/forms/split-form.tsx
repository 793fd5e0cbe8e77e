import { useNavigate } from 'react-router';
import type { MatterPresent } from '#contract/matters/matter.ts';
import { useCity, useNameOf } from '../../../../app/city/city.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Select } from '../../../../design-system/antd/select.tsx';
import { Checkboxes } from '../../../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../../../design-system/forms/field.tsx';
import { Input } from '../../../../design-system/forms/input.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { type Fields, useAction } from '../use-action.ts';

type Values = {
  kind: string;
  subject: string;
  story: string;
  request: string;
  partyIds: string[];
  paperIds: string[];
  reason: string;
};

/** The part that goes on by itself: what it is about, whose it is, which papers it needs. Its receipt opens to be printed. */
export function SplitForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const navigate = useNavigate();
  const city = useCity();
  const nameOf = useNameOf();
  const blank: Values = {
    kind: matter.kind.code,
    subject: '',
    story: '',
    request: '',
    partyIds: matter.parties.map(({ id }) => id),
    paperIds: [],
    reason: '',
  };
  const doing = useAction({
    matter,
    action: 'split',
    blank,
    close,
    presentOf: (answer) => {
      const present = answer as MatterPresent;
      if (present.made) void navigate(`/receipts/${present.made.id}`);
      return present;
    },
  });
  const { values } = doing;
  const required = shared.reasons.required;
  const hasApplicant = matter.parties.some(
    ({ id, seat }) => seat === 'applicant' && values.partyIds.includes(id),
  );
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.split')}
      submitWord={shared.actions.split}
      typed={[
        { name: say('split.subject'), value: values.subject },
        { name: say('matter.story'), value: values.story },
        { name: say('act.reason'), value: values.reason },
      ]}
      onSubmit={() => doing.send(hasApplicant ? fieldsOf(values) : undefined)}
    >
      <Field
        label={say('split.subject')}
        fault={doing.fault('subject') ?? (doing.isTried && !values.subject.trim() ? required : undefined)}
      >
        {(parts) => (
          <Input
            {...parts}
            autoFocus
            maxLength={60}
            value={values.subject}
            onChange={(event) => doing.set({ subject: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('queue.kind')} fault={doing.fault('kind')}>
        {(parts) => (
          <Select
            id={parts.id}
            value={values.kind}
            onChange={(kind) => doing.set({ kind })}
            options={(city?.kinds ?? []).map((kind) => ({ value: kind.code, label: nameOf(kind) }))}
            showSearch
            optionFilterProp="label"
          />
        )}
      </Field>
      <TextField
        label={say('matter.story')}
        hint={say('split.storyHint')}
        value={values.story}
        onChange={(story) => doing.set({ story })}
        fault={doing.fault('story')}
        mustHave
        isTried={doing.isTried}
        rows={4}
        most={10000}
      />
      <TextField
        label={say('matter.request')}
        value={values.request}
        onChange={(request) => doing.set({ request })}
        fault={doing.fault('request')}
        most={2000}
        rows={2}
      />
      <FieldGroup
        legend={say('split.parties')}
        hint={say('split.partiesHint')}
        fault={
          doing.fault('partyIds') ??
          (doing.isTried && !hasApplicant ? shared.reasons['no-applicant'] : undefined)
        }
      >
        <Checkboxes
          className="radio-column"
          value={values.partyIds}
          onChange={(partyIds) => doing.set({ partyIds })}
          options={matter.parties.map(({ id, name, seatLabel }) => ({
            value: id,
            label: `${name} · ${seatLabel}`,
          }))}
        />
      </FieldGroup>
      {matter.papers.length > 0 && (
        <FieldGroup legend={say('split.papers')} fault={doing.fault('paperIds')}>
          <Checkboxes
            className="radio-column"
            value={values.paperIds}
            onChange={(paperIds) => doing.set({ paperIds })}
            options={matter.papers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FieldGroup>
      )}
      <TextField
        label={say('act.reason')}
        hint={say('split.reasonHint')}
        value={values.reason}
        onChange={(reason) => doing.set({ reason })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
      />
    </ActionForm>
  );
}

function fieldsOf(values: Values): Fields<'split'> | undefined {
  const { kind, partyIds, paperIds } = values;
  const [subject, story, request, reason] = [values.subject, values.story, values.request, values.reason].map(
    (text) => text.trim(),
  );
  if (!kind || !subject || !story || !reason) return undefined;
  return {
    kind,
    subject,
    story,
    partyIds,
    reason,
    ...(request && { request }),
    ...(paperIds.length > 0 && { paperIds }),
  };
}
