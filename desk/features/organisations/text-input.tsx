import type { ReactNode } from 'react';
import { useWords } from '../../app/language/words.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { Input } from '../../design-system/forms/input.tsx';

/** One line, or a day; `mustHave` marks it as missing once the form was tried. */
export function TextInput(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  fault?: string | undefined;
  mustHave?: boolean;
  isTried?: boolean;
  isFirst?: boolean;
  isDay?: boolean;
  /** A question to a list is neither asked for nor optional. */
  isSearch?: boolean;
  most?: number;
}) {
  const { say, shared } = useWords();
  const isMissing = props.mustHave && props.isTried && !props.value.trim();
  return (
    <Field
      label={props.label}
      hint={props.hint}
      isOptional={props.mustHave || props.isSearch ? undefined : say('form.optional')}
      fault={props.fault ?? (isMissing ? shared.reasons.required : undefined)}
    >
      {(parts) => (
        <Input
          {...parts}
          type={props.isDay ? 'date' : 'text'}
          autoComplete="off"
          autoFocus={props.isFirst ?? false}
          maxLength={props.most ?? 100}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
