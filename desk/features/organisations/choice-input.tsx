import type { ReactNode } from 'react';
import { useWords } from '../../app/language/words.tsx';
import { Select } from '../../design-system/antd/select.tsx';
import { Field } from '../../design-system/forms/field.tsx';

export type Choice = { readonly value: string; readonly label: string };

/** One of a list that narrows while one types; `mustHave` marks it as missing once the form was tried. */
export function ChoiceInput(props: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  fault?: string | undefined;
  mustHave?: boolean;
  isTried?: boolean;
  isLoading?: boolean;
}) {
  const { say, shared } = useWords();
  const isMissing = props.mustHave && props.isTried && !props.value;
  return (
    <Field
      label={props.label}
      hint={props.hint}
      isOptional={props.mustHave ? undefined : say('form.optional')}
      fault={props.fault ?? (isMissing ? shared.reasons.required : undefined)}
    >
      {(parts) => (
        <Select
          {...parts}
          {...(props.value && { value: props.value })}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={!props.mustHave}
          loading={props.isLoading ?? false}
          status={parts['aria-invalid'] ? 'error' : ''}
          placeholder={say('organisation.choose')}
          onChange={(value?: string) => props.onChange(value ?? '')}
          options={props.choices.map((choice) => ({ ...choice }))}
        />
      )}
    </Field>
  );
}
