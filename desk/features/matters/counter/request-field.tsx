import { useWords } from '../../../app/language/words.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { TextArea } from '../../../design-system/forms/text-area.tsx';
import type { FormPart } from './form-part.ts';

/** What the person wants, in their own words. */
export function RequestField({ draft, set, fault }: FormPart) {
  const { say } = useWords();
  return (
    <Field label={say('counter.request')} isOptional={say('form.optional')} fault={fault('request')}>
      {(parts) => (
        <TextArea
          {...parts}
          lines={{ least: 2, most: 8 }}
          maxLength={2000}
          value={draft.request}
          onChange={(event) => set({ request: event.target.value })}
        />
      )}
    </Field>
  );
}
