import { useWords } from '../../../../app/language/words.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { ClockPicker, onlyCode } from './clock-picker.tsx';
import { faultAt, type RefusedAt } from './refused-at.ts';

const places: RefusedAt = { clock: ['clock-not-paused', 'clock-not-changeable'] };

/** What a halted limit waited for has come sooner than planned. */
export function EndPauseForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const clocks = matter.clocks.filter(({ isPaused, endedOn }) => isPaused && endedOn === null);
  const blank = { clock: onlyCode(clocks), note: '' };
  const doing = useAction({ matter, action: 'end-pause', blank, close });
  const { clock } = doing.values;
  const note = doing.values.note.trim();
  const isKnown = clocks.some(({ step }) => step.code === clock);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.end-pause')}
      submitWord={shared.actions['end-pause']}
      typed={[{ name: say('change.note'), value: note }]}
      onSubmit={() => doing.send(isKnown ? { clock, ...(note && { note }) } : undefined)}
    >
      <ClockPicker
        clocks={clocks}
        value={clock}
        onChange={(code) => doing.set({ clock: code })}
        fault={
          faultAt(doing.error, places, 'clock') ??
          (doing.isTried && !isKnown ? shared.reasons.required : undefined)
        }
      />
      <TextField
        label={say('change.note')}
        value={doing.values.note}
        onChange={(value) => doing.set({ note: value })}
        fault={faultAt(doing.error, places, 'note')}
      />
    </ActionForm>
  );
}
