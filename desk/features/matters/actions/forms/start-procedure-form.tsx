import type { Requirement } from '#domain/roadmap/procedures/procedure.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Checkboxes } from '../../../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../../../design-system/forms/field.tsx';
import { Input } from '../../../../design-system/forms/input.tsx';
import { cityDay } from '../../../../design-system/time/day-words.ts';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { blankStart } from './blank-forms.ts';
import { DayField } from './day-field.tsx';
import { ProposalPicker } from './proposal-picker.tsx';
import { faultAt, type RefusedAt } from './refused-at.ts';

const places: RefusedAt = {
  procedure: ['unknown-procedure', 'not-of-this-kind', 'not-a-successor', 'party-refused'],
  confirmed: ['requirement-missing'],
  on: ['day-in-future', 'day-before-start'],
};

/** Which lawful procedure begins, on which day, with what it requires confirmed; where it runs outside, who has it. */
export function StartProcedureForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const open = matter.roadmap.next.filter(({ refusal }) => refusal === null);
  const chosen = open.find(({ isChosen }) => isChosen) ?? (open.length === 1 ? open[0] : undefined);
  const blank = { ...blankStart, procedure: chosen?.procedure.code ?? '' };
  const doing = useAction({ matter, action: 'start-procedure', blank, close });
  const { values } = doing;
  const proposal = open.find(({ procedure }) => procedure.code === values.procedure);
  const requires = proposal?.requires ?? [];
  const isMet = requires.every(({ code }) => values.confirmed.includes(code as Requirement));
  const fault = (field: string) => faultAt(doing.error, places, field);
  const [text, body, reference] = [values.text.trim(), values.body.trim(), values.reference.trim()];
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.start-procedure')}
      submitWord={
        proposal
          ? say('roadmap.of', { act: say('roadmap.start'), name: proposal.procedure.label })
          : shared.actions['start-procedure']
      }
      typed={[
        { name: say('procedure.which'), value: proposal?.procedure.label ?? '' },
        { name: say('procedure.on'), value: values.on },
        { name: say('procedure.outsideBody'), value: body },
        { name: say('procedure.reference'), value: reference },
        { name: say('procedure.note'), value: text },
      ]}
      onSubmit={() =>
        doing.send(
          proposal && isMet
            ? {
                procedure: values.procedure,
                ...(requires.length > 0 && { confirmed: values.confirmed }),
                ...(values.on && { on: values.on }),
                ...(proposal.isOutside && body && { body }),
                ...(proposal.isOutside && reference && { reference }),
                ...(text && { text }),
              }
            : undefined,
        )
      }
    >
      <ProposalPicker
        proposals={matter.roadmap.next}
        value={values.procedure}
        onChange={(procedure) => doing.set({ procedure, confirmed: [] })}
        fault={fault('procedure') ?? (doing.isTried && !proposal ? shared.reasons.required : undefined)}
      />
      {proposal && <p className="soft">{proposal.what}</p>}
      {requires.length > 0 && (
        <FieldGroup
          legend={say('procedure.requires')}
          hint={say('procedure.requiresHint')}
          fault={
            fault('confirmed') ?? (doing.isTried && !isMet ? say('procedure.requiresMissing') : undefined)
          }
        >
          <Checkboxes
            className="radio-column"
            value={values.confirmed}
            onChange={(confirmed) => doing.set({ confirmed })}
            options={requires.map(({ code, label }) => ({ value: code as Requirement, label }))}
          />
        </FieldGroup>
      )}
      <DayField
        label={say('procedure.on')}
        hint={say('procedure.onHint')}
        value={values.on}
        onChange={(on) => doing.set({ on })}
        fault={fault('on')}
        most={cityDay()}
        isOptional
      />
      {proposal?.isOutside && (
        <div className="form-row">
          <Field
            label={say('procedure.outsideBody')}
            hint={say('procedure.outsideBodyHint')}
            isOptional={say('form.optional')}
            fault={fault('body')}
          >
            {(parts) => (
              <Input
                {...parts}
                maxLength={100}
                value={values.body}
                onChange={(event) => doing.set({ body: event.target.value })}
              />
            )}
          </Field>
          <ReferenceField
            value={values.reference}
            onChange={(value) => doing.set({ reference: value })}
            fault={fault('reference')}
          />
        </div>
      )}
      <TextField
        label={say('procedure.note')}
        value={values.text}
        onChange={(value) => doing.set({ text: value })}
        fault={fault('text')}
      />
    </ActionForm>
  );
}

/** The number under which another body has it. */
export function ReferenceField(props: {
  value: string;
  onChange: (value: string) => void;
  fault?: string | undefined;
}) {
  const { say } = useWords();
  return (
    <Field label={say('procedure.reference')} isOptional={say('form.optional')} fault={props.fault}>
      {(parts) => (
        <Input
          {...parts}
          maxLength={60}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
