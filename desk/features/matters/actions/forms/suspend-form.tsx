import { Temporal } from 'temporal-polyfill';
import { longestSuspensionInDays } from '#domain/matters/suspension.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Field } from '../../../../design-system/forms/field.tsx';
import { cityDay } from '../../../../design-system/time/day-words.ts';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';

const blank = { reason: '', resumeBy: '' };

/** Why the office cannot go on for now, and by when it means to. */
export function SuspendForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'suspend', blank, close });
  const { resumeBy } = doing.values;
  const reason = doing.values.reason.trim();
  const today = Temporal.PlainDate.from(cityDay());
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.suspend')}
      submitWord={shared.actions.suspend}
      typed={[
        { name: say('act.reason'), value: reason },
        { name: say('side.resumeBy'), value: resumeBy },
      ]}
      onSubmit={() => doing.send(reason && resumeBy ? { reason, resumeBy } : undefined)}
    >
      <TextField
        label={say('act.reason')}
        hint={say('reasonHint.suspend')}
        value={doing.values.reason}
        onChange={(value) => doing.set({ reason: value })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
        isFirst
      />
      <Field
        label={say('side.resumeBy')}
        hint={say('side.resumeByHint')}
        fault={doing.fault('resumeBy') ?? (doing.isTried && !resumeBy ? shared.reasons.required : undefined)}
      >
        {(parts) => (
          <input
            {...parts}
            type="date"
            className="native-field"
            min={today.add({ days: 1 }).toString()}
            max={today.add({ days: longestSuspensionInDays }).toString()}
            value={resumeBy}
            onChange={(event) => doing.set({ resumeBy: event.target.value })}
          />
        )}
      </Field>
    </ActionForm>
  );
}
