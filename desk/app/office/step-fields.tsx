import type { MacroAction } from '#domain/matters/macros.ts';
import { stepKinds } from '#domain/matters/vocabulary.ts';
import { Select } from '../../design-system/antd/select.tsx';
import { Radios } from '../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../design-system/forms/field.tsx';
import { TextArea } from '../../design-system/forms/text-area.tsx';
import { useWords } from '../language/words.tsx';
import { answerWays, type StepValues } from './step-values.ts';

type Choice = { readonly value: string; readonly label: string };

const mustSay: readonly MacroAction[] = ['log-step', 'answer', 'return-hand-over'];

/** What a step that is the same for every matter asks for: an office, a colleague, a text. */
export function StepFields(props: {
  action: MacroAction;
  values: StepValues;
  set: (change: Partial<StepValues>) => void;
  units: readonly Choice[];
  people: readonly Choice[];
  isTried: boolean;
}) {
  const { say, shared } = useWords();
  const { action, values, set, isTried } = props;
  const missing = (value: string) => (isTried && !value.trim() ? shared.reasons.required : undefined);
  const isSaying = mustSay.includes(action);
  return (
    <>
      {action === 'route' && (
        <OneOfMany
          label={say('act.unit')}
          choices={props.units}
          value={values.unitId}
          onChange={(unitId) => set({ unitId })}
          fault={missing(values.unitId)}
        />
      )}
      {action === 'assign' && (
        <OneOfMany
          label={say('act.handler')}
          choices={props.people}
          value={values.userId}
          onChange={(userId) => set({ userId })}
          fault={missing(values.userId)}
        />
      )}
      {action === 'log-step' && (
        <FieldGroup legend={shared.facts.stepKind}>
          <Radios
            className="choices"
            value={values.kind}
            onChange={(chosen) => set({ kind: chosen })}
            options={stepKinds.map((kind) => ({ value: kind, label: shared.stepKinds[kind] }))}
          />
        </FieldGroup>
      )}
      {action !== 'assign' && (
        <Field
          label={say(`bulk.text.${action}`)}
          isOptional={isSaying ? undefined : say('form.optional')}
          fault={isSaying ? missing(values.text) : undefined}
        >
          {(parts) => (
            <TextArea
              {...parts}
              lines={{ least: 3, most: 10 }}
              maxLength={4000}
              value={values.text}
              onChange={(event) => set({ text: event.target.value })}
            />
          )}
        </Field>
      )}
      {action === 'answer' && (
        <FieldGroup legend={say('act.answerBy')}>
          <Radios
            value={values.by}
            onChange={(chosen) => set({ by: chosen })}
            options={answerWays.map((way) => ({ value: way, label: shared.answerWays[way] }))}
          />
        </FieldGroup>
      )}
    </>
  );
}

function OneOfMany(props: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
  fault: string | undefined;
}) {
  const { say } = useWords();
  return (
    <Field label={props.label} fault={props.fault}>
      {(parts) => (
        <Select
          {...parts}
          {...(props.value && { value: props.value })}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say('organisation.choose')}
          status={parts['aria-invalid'] ? 'error' : ''}
          onChange={props.onChange}
          options={props.choices.map((choice) => ({ ...choice }))}
        />
      )}
    </Field>
  );
}
