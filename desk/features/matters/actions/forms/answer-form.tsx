import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { type Fields, useAction } from '../use-action.ts';

const ways = ['in-person', 'phone', 'letter', 'message'] as const satisfies readonly Fields<'answer'>['by'][];
const blank: Fields<'answer'> = { text: '', by: 'phone' };

/** What the applicant is told, in words they can keep, and how it reaches them. */
export function AnswerForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'answer', blank, close });
  const { by } = doing.values;
  const text = doing.values.text.trim();
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.answer')}
      submitWord={shared.actions.answer}
      typed={[{ name: say('act.answerText'), value: text }]}
      onSubmit={() => doing.send(text ? { text, by } : undefined)}
    >
      <TextField
        label={say('act.answerText')}
        hint={say('act.answerHint')}
        value={doing.values.text}
        onChange={(value) => doing.set({ text: value })}
        fault={doing.fault('text')}
        mustHave
        isTried={doing.isTried}
        isFirst
        rows={6}
      />
      <FieldGroup legend={say('act.answerBy')} fault={doing.fault('by')}>
        <Radios
          value={by}
          onChange={(chosen) => doing.set({ by: chosen })}
          options={ways.map((way) => ({ value: way, label: shared.answerWays[way] }))}
        />
      </FieldGroup>
    </ActionForm>
  );
}
