import { useWords } from '../../../../app/language/words.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { ReadersAbove } from './readers-field.tsx';

type ReasonAction =
  | 'withdraw'
  | 'return-hand-over'
  | 'reopen'
  | 'decline-reopening'
  | 'return-task'
  | 'escalate'
  | 'unseal';
/** These take the matter to the centre above, or may: of a sealed one readers are named there. */
const goesUp: readonly ReasonAction[] = ['escalate', 'return-hand-over'];
const blank = { reason: '', readerUserIds: [] as string[] };

/** A step back or sideways: it asks for the reason instead of "are you sure". */
export function ReasonForm({ matter, action, close }: ActionFormProps & { action: ReasonAction }) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action, blank, close });
  const reason = doing.values.reason.trim();
  const { readerUserIds } = doing.values;
  const mayGoUp = goesUp.includes(action) && (action === 'escalate' || matter.returns > 0);
  const readers = mayGoUp && readerUserIds.length > 0 ? { readerUserIds } : {};
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say(`lead.${action}`)}
      submitWord={shared.actions[action]}
      typed={[{ name: say('act.reason'), value: reason }]}
      onSubmit={() => doing.send(reason ? { reason, ...readers } : undefined)}
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
      {mayGoUp && (
        <ReadersAbove
          matter={matter}
          value={readerUserIds}
          onChange={(chosen) => doing.set({ readerUserIds: chosen })}
          fault={doing.fault('readerUserIds')}
        />
      )}
    </ActionForm>
  );
}
