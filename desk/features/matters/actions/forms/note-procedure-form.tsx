import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { cityDay } from '../../../../design-system/time/day-words.ts';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { DayField } from './day-field.tsx';
import { faultAt, type RefusedAt } from './refused-at.ts';
import { ReferenceField } from './start-procedure-form.tsx';

const places: RefusedAt = {
  event: ['event-not-of-procedure', 'event-noted-already'],
  on: ['day-in-future', 'day-before-start'],
};

/** What happened in the procedure that is open, and on which day. */
export function NoteProcedureForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const { now } = matter.roadmap;
  const events = now?.events ?? [];
  const blank = {
    event: events.length === 1 ? (events[0]?.code ?? '') : '',
    on: '',
    reference: '',
    text: '',
  };
  const doing = useAction({ matter, action: 'note-procedure', blank, close });
  const { values } = doing;
  const event = events.find(({ code }) => code === values.event);
  const fault = (field: string) => faultAt(doing.error, places, field);
  const [text, reference] = [values.text.trim(), values.reference.trim()];
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.note-procedure')}
      submitWord={shared.actions['note-procedure']}
      typed={[
        { name: say('procedure.event'), value: event?.label ?? '' },
        { name: say('procedure.on'), value: values.on },
        { name: say('procedure.reference'), value: reference },
        { name: say('procedure.note'), value: text },
      ]}
      onSubmit={() =>
        doing.send(
          event && {
            event: event.code,
            ...(values.on && { on: values.on }),
            ...(reference && { reference }),
            ...(text && { text }),
          },
        )
      }
    >
      {events.length === 0 ? (
        <p className="soft">{say('procedure.nothingToNote')}</p>
      ) : (
        <FieldGroup
          legend={say('procedure.event')}
          hint={now?.procedure.label}
          fault={fault('event') ?? (doing.isTried && !event ? shared.reasons.required : undefined)}
        >
          <Radios
            className="choices"
            value={values.event}
            onChange={(chosen) => doing.set({ event: chosen })}
            options={events.map(({ code, label }) => ({ value: code, label }))}
          />
        </FieldGroup>
      )}
      <DayField
        label={say('procedure.on')}
        hint={say('procedure.onHint')}
        value={values.on}
        onChange={(on) => doing.set({ on })}
        fault={fault('on')}
        most={cityDay()}
        isOptional
      />
      {now?.isOutside && (
        <ReferenceField
          value={values.reference}
          onChange={(value) => doing.set({ reference: value })}
          fault={fault('reference')}
        />
      )}
      <TextField
        label={say('procedure.note')}
        value={values.text}
        onChange={(value) => doing.set({ text: value })}
        fault={fault('text')}
      />
    </ActionForm>
  );
}
