import { useWords } from '../../../../app/language/words.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';

type ReasonAction = 'withdraw' | 'return-hand-over' | 'reopen';
const blank = { reason: '' };

/** A step back or sideways: it asks for the reason instead of "are you sure". */
export function ReasonForm({ matter, action, close }: ActionFormProps & { action: ReasonAction }) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action, blank, close });
  const reason = doing.values.reason.trim();
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say(`lead.${action}`)}
      submitWord={shared.actions[action]}
      typed={[{ name: say('act.reason'), value: reason }]}
      onSubmit={() => doing.send(reason ? { reason } : undefined)}
    >
      <TextField
        label={say('act.reason')}
        hint={say(`reasonHint.${action}`)}
        value={doing.values.reason}
        onChange={(value) => doing.set({ reason: value })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
        isFirst
      />
    </ActionForm>
  );
}
