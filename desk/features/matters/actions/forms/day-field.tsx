import { useWords } from '../../../../app/language/words.tsx';
import { Field } from '../../../../design-system/forms/field.tsx';

/** A day of the city. */
export function DayField(props: {
  label: string;
  hint?: string | undefined;
  value: string;
  onChange: (day: string) => void;
  fault?: string | undefined;
  isOptional?: boolean;
  least?: string | undefined;
  most?: string | undefined;
}) {
  const { say } = useWords();
  return (
    <Field
      label={props.label}
      hint={props.hint}
      isOptional={props.isOptional ? say('form.optional') : undefined}
      fault={props.fault}
    >
      {(parts) => (
        <input
          {...parts}
          type="date"
          className="native-field"
          min={props.least}
          max={props.most}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
