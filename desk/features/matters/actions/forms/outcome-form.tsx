import { missingInOutcome } from '#domain/matters/outcome.ts';
import { type RecordedOutcome, type Remedy, recordedOutcomes } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../../../design-system/forms/field.tsx';
import { Input } from '../../../../design-system/forms/input.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { type Fields, useAction } from '../use-action.ts';
import { RemediesField } from './remedies-field.tsx';

type Values = {
  outcome: RecordedOutcome | '';
  text: string;
  remedies: Remedy[];
  destination: string;
  reference: string;
};
const blank: Values = { outcome: '', text: '', remedies: [], destination: '', reference: '' };

const remediesAreTold: readonly string[] = ['not-settled', 'partly-settled'] satisfies RecordedOutcome[];

/** How handling ended, with what each end asks for: remedies where it failed, the destination where it went on. */
export function OutcomeForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'record-outcome', blank, close });
  const { outcome, remedies } = doing.values;
  const required = shared.reasons.required;
  const isReferred = outcome === 'referred-out';
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.record-outcome')}
      submitWord={shared.actions['record-outcome']}
      typed={[
        { name: say('act.outcome'), value: outcome ? shared.outcomes[outcome] : '' },
        { name: say('act.outcomeText'), value: doing.values.text },
        { name: say('act.remedies'), value: remedies.map((remedy) => shared.remedies[remedy]).join('、') },
        { name: say('act.destination'), value: doing.values.destination },
        { name: say('act.reference'), value: doing.values.reference },
      ]}
      onSubmit={() => doing.send(fieldsOf(doing.values))}
    >
      <FieldGroup
        legend={say('act.outcome')}
        fault={doing.fault('outcome') ?? (doing.isTried && !outcome ? required : undefined)}
      >
        <Radios
          className="choices"
          value={outcome}
          onChange={(chosen) => doing.set({ outcome: chosen })}
          options={recordedOutcomes.map((one) => ({ value: one, label: shared.outcomes[one] }))}
        />
      </FieldGroup>
      <TextField
        label={say('act.outcomeText')}
        hint={say('act.outcomeHint')}
        value={doing.values.text}
        onChange={(text) => doing.set({ text })}
        fault={doing.fault('text')}
        mustHave
        isTried={doing.isTried}
        rows={4}
      />
      {remediesAreTold.includes(outcome) && (
        <RemediesField
          value={remedies}
          onChange={(value) => doing.set({ remedies: value })}
          fault={
            doing.fault('remedies') ??
            (doing.isTried && outcome === 'not-settled' && remedies.length === 0 ? required : undefined)
          }
        />
      )}
      {isReferred && (
        <div className="form-row">
          <Field
            label={say('act.destination')}
            fault={
              doing.fault('destination') ??
              (doing.isTried && !doing.values.destination.trim() ? required : undefined)
            }
          >
            {(parts) => (
              <Input
                {...parts}
                maxLength={100}
                value={doing.values.destination}
                onChange={(event) => doing.set({ destination: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={say('act.reference')}
            fault={
              doing.fault('reference') ??
              (doing.isTried && !doing.values.reference.trim() ? required : undefined)
            }
          >
            {(parts) => (
              <Input
                {...parts}
                maxLength={60}
                value={doing.values.reference}
                onChange={(event) => doing.set({ reference: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </ActionForm>
  );
}

/** Only what the chosen outcome asks for is sent, whatever else was typed on the way to it. */
function fieldsOf(values: Values): Fields<'record-outcome'> | undefined {
  const { outcome, remedies } = values;
  const [text, destination, reference] = [
    values.text.trim(),
    values.destination.trim(),
    values.reference.trim(),
  ];
  if (!outcome || !text || missingInOutcome({ outcome, remedies, destination, reference })) return undefined;
  if (outcome === 'referred-out') return { outcome, text, destination, reference };
  return { outcome, text, ...(remediesAreTold.includes(outcome) && remedies.length > 0 && { remedies }) };
}
