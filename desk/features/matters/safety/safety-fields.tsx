import { type Danger, dangers, helpGrounds, type Seat, seats } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Select } from '../../../design-system/antd/select.tsx';
import { Checkboxes, Radios } from '../../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../../design-system/forms/field.tsx';
import { Input } from '../../../design-system/forms/input.tsx';
import { needsLegalBasis, type SafetyDraft } from './safety-draft.ts';

/** A danger to somebody from the closed list: never a trait of anybody, and never a diagnosis. */
export function SafetyFields(props: {
  value: SafetyDraft;
  onChange: (value: SafetyDraft) => void;
  isTried: boolean;
  fault: (field: string) => string | undefined;
}) {
  const { say, shared } = useWords();
  const { value } = props;
  const set = (change: Partial<SafetyDraft>) => props.onChange({ ...value, ...change });
  const missing = (isMissing: boolean) => (props.isTried && isMissing ? shared.reasons.required : undefined);
  return (
    <div className="form safety-fields">
      <Field
        label={say('safety.danger')}
        hint={say('safety.dangerHint')}
        fault={props.fault('danger') ?? missing(!value.danger)}
      >
        {(parts) => (
          <Select<Danger>
            {...parts}
            {...(value.danger && { value: value.danger })}
            onChange={(danger) => set({ danger })}
            placeholder={say('safety.choose')}
            options={dangers.map((danger) => ({ value: danger, label: shared.dangers[danger] }))}
          />
        )}
      </Field>
      <FieldGroup legend={say('safety.help')} fault={props.fault('help') ?? missing(!value.help)}>
        <Radios
          className="choices"
          value={value.help}
          onChange={(chosen) => set({ help: chosen })}
          options={helpGrounds.map((help) => ({ value: help, label: shared.helpGrounds[help] }))}
        />
      </FieldGroup>
      {needsLegalBasis(value.help) && (
        <Field
          label={say('safety.legalBasis')}
          fault={props.fault('legalBasis') ?? missing(!value.legalBasis.trim())}
        >
          {(parts) => (
            <Input
              {...parts}
              maxLength={200}
              value={value.legalBasis}
              onChange={(event) => set({ legalBasis: event.target.value })}
            />
          )}
        </Field>
      )}
      <FieldGroup legend={say('safety.hiddenFrom')} hint={say('safety.hiddenFromHint')}>
        <Checkboxes
          value={value.hiddenFrom}
          onChange={(hiddenFrom: Seat[]) => set({ hiddenFrom })}
          options={seats.map((seat) => ({ value: seat, label: shared.seats[seat] }))}
        />
      </FieldGroup>
      <Field label={say('safety.note')} isOptional={say('form.optional')} fault={props.fault('note')}>
        {(parts) => (
          <Input
            {...parts}
            maxLength={500}
            value={value.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
