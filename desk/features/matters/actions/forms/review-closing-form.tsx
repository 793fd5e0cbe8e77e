import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';

const blank = { verdict: '', text: '' };

/** A supervisor's look at a closing without contact: it stands, or the matter goes back. */
export function ReviewClosingForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'review-closing', blank, close });
  const { verdict } = doing.values;
  const text = doing.values.text.trim();
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.review-closing')}
      submitWord={shared.actions['review-closing']}
      typed={[{ name: say('act.reviewText'), value: text }]}
      onSubmit={() =>
        doing.send(verdict && text ? { isConfirmed: verdict === 'confirmed', text } : undefined)
      }
    >
      <FieldGroup
        legend={say('act.verdict')}
        fault={
          doing.fault('isConfirmed') ?? (doing.isTried && !verdict ? shared.reasons.required : undefined)
        }
      >
        <Radios
          className="choices"
          value={verdict}
          onChange={(chosen) => doing.set({ verdict: chosen })}
          options={(['confirmed', 'objected'] as const).map((one) => ({
            value: one,
            label: say(`verdict.${one}`),
          }))}
        />
      </FieldGroup>
      <TextField
        label={say('act.reviewText')}
        value={doing.values.text}
        onChange={(value) => doing.set({ text: value })}
        fault={doing.fault('text')}
        mustHave
        isTried={doing.isTried}
      />
    </ActionForm>
  );
}
