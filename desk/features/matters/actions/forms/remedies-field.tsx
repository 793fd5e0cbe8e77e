import { type Remedy, remedies } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Checkboxes } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';

/** The lawful ways that were told to the person (人民调解法 26). */
export function RemediesField(props: {
  value: Remedy[];
  onChange: (value: Remedy[]) => void;
  fault?: string | undefined;
}) {
  const { say, shared } = useWords();
  return (
    <FieldGroup legend={say('act.remedies')} hint={say('act.remediesHint')} fault={props.fault}>
      <Checkboxes
        className="choices"
        value={props.value}
        onChange={props.onChange}
        options={remedies.map((remedy) => ({ value: remedy, label: shared.remedies[remedy] }))}
      />
    </FieldGroup>
  );
}
