import type { ReactNode } from 'react';
import { useWords } from '../../../app/language/words.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { TextArea } from '../../../design-system/forms/text-area.tsx';

/** Running text of a form; `mustHave` marks it as missing once the form was tried. */
export function TextField(props: {
  label: string;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  fault?: string | undefined;
  mustHave?: boolean;
  isTried?: boolean;
  isFirst?: boolean;
  most?: number;
  rows?: number;
}) {
  const { say, shared } = useWords();
  const isMissing = props.mustHave && props.isTried && !props.value.trim();
  return (
    <Field
      label={props.label}
      hint={props.hint}
      isOptional={props.mustHave ? undefined : say('form.optional')}
      fault={props.fault ?? (isMissing ? shared.reasons.required : undefined)}
    >
      {(parts) => (
        <TextArea
          {...parts}
          autoFocus={props.isFirst ?? false}
          lines={{ least: props.rows ?? 3, most: 14 }}
          maxLength={props.most ?? 4000}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
