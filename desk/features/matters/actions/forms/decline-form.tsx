import type { Remedy } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { RemediesField } from './remedies-field.tsx';

const blank = { reason: '', remedies: [] as Remedy[] };

/** Nobody is sent away without the reason and the ways that remain open to them. */
export function DeclineForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'decline', blank, close });
  const { remedies } = doing.values;
  const reason = doing.values.reason.trim();
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.decline')}
      submitWord={shared.actions.decline}
      typed={[
        { name: say('act.reason'), value: reason },
        { name: say('act.remedies'), value: remedies.map((remedy) => shared.remedies[remedy]).join('、') },
      ]}
      onSubmit={() => doing.send(reason && remedies.length > 0 ? { reason, remedies } : undefined)}
    >
      <TextField
        label={say('act.reason')}
        hint={say('reasonHint.decline')}
        value={doing.values.reason}
        onChange={(value) => doing.set({ reason: value })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
        isFirst
      />
      <RemediesField
        value={remedies}
        onChange={(value) => doing.set({ remedies: value })}
        fault={
          doing.fault('remedies') ??
          (doing.isTried && remedies.length === 0 ? shared.reasons.required : undefined)
        }
      />
    </ActionForm>
  );
}
