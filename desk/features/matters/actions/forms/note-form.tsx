import { useWords } from '../../../../app/language/words.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { ReadersAbove } from './readers-field.tsx';

type NoteAction =
  | 'accept'
  | 'accept-hand-over'
  | 'ask-upper-call-back'
  | 'close'
  | 'close-not-reached'
  | 'resume';
const blank = { note: '', readerUserIds: [] as string[] };

/** A step that needs no more than a word for the file, if any. */
export function NoteForm({ matter, action, close }: ActionFormProps & { action: NoteAction }) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action, blank, close });
  const note = doing.values.note.trim();
  const { readerUserIds } = doing.values;
  const goesUp = action === 'ask-upper-call-back';
  const readers = goesUp && readerUserIds.length > 0 ? { readerUserIds } : {};
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say(`lead.${action}`)}
      submitWord={shared.actions[action]}
      typed={[{ name: say('act.note'), value: note }]}
      onSubmit={() => doing.send({ ...(note && { note }), ...readers })}
    >
      <TextField
        label={say('act.note')}
        value={doing.values.note}
        onChange={(value) => doing.set({ note: value })}
        fault={doing.fault('note')}
        isFirst
      />
      {goesUp && (
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
