import { useWords } from '../../../../app/language/words.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';

type NoteAction = 'accept' | 'accept-hand-over' | 'ask-upper-call-back' | 'close' | 'close-not-reached';
const blank = { note: '' };

/** A step that needs no more than a word for the file, if any. */
export function NoteForm({ matter, action, close }: ActionFormProps & { action: NoteAction }) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action, blank, close });
  const note = doing.values.note.trim();
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say(`lead.${action}`)}
      submitWord={shared.actions[action]}
      typed={[{ name: say('act.note'), value: note }]}
      onSubmit={() => doing.send(note ? { note } : {})}
    >
      <TextField
        label={say('act.note')}
        value={doing.values.note}
        onChange={(value) => doing.set({ note: value })}
        fault={doing.fault('note')}
        isFirst
      />
    </ActionForm>
  );
}
