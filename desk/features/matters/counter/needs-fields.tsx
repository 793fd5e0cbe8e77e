import { needs } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Checkbox, Checkboxes } from '../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../design-system/forms/field.tsx';
import { blankSafety } from '../safety/safety-draft.ts';
import { SafetyFields } from '../safety/safety-fields.tsx';
import type { FormPart } from './form-part.ts';

/** What somebody needs to take part, and whether anybody is in danger. */
export function NeedsFields({ draft, set, fault, isTried }: FormPart & { isTried: boolean }) {
  const { say, shared } = useWords();
  return (
    <>
      <FieldGroup legend={say('counter.needs')} fault={fault('needs')}>
        <Checkboxes
          value={draft.needs}
          onChange={(chosen) => set({ needs: chosen })}
          options={needs.map((need) => ({ value: need, label: shared.needs[need] }))}
        />
      </FieldGroup>
      <div className="counter-safety">
        <Checkbox
          checked={draft.safety !== null}
          onChange={(isChecked) => set({ safety: isChecked ? blankSafety : null })}
        >
          <strong>{say('counter.safety')}</strong>
        </Checkbox>
        {draft.safety && (
          <SafetyFields
            value={draft.safety}
            onChange={(safety) => set({ safety })}
            isTried={isTried}
            fault={(field) => fault(`safety.${field}`)}
          />
        )}
      </div>
    </>
  );
}
