import { useWords } from '../../../../app/language/words.tsx';
import { Radio, Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { cityDay } from '../../../../design-system/time/day-words.ts';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { DayField } from './day-field.tsx';
import { faultAt, type RefusedAt } from './refused-at.ts';
import { ReferenceField } from './start-procedure-form.tsx';

const blank = { outcome: '', on: '', reference: '', text: '' };
const places: RefusedAt = {
  outcome: ['outcome-not-of-procedure'],
  on: ['day-in-future', 'day-before-start'],
};

/** How the open procedure ended; of each outcome it says what may follow. */
export function EndProcedureForm({ matter, close }: ActionFormProps) {
  const { language, say, shared } = useWords();
  const { now } = matter.roadmap;
  const outcomes = now?.outcomes ?? [];
  const doing = useAction({ matter, action: 'end-procedure', blank, close });
  const { values } = doing;
  const outcome = outcomes.find(({ code }) => code === values.outcome);
  const fault = (field: string) => faultAt(doing.error, places, field);
  const [text, reference] = [values.text.trim(), values.reference.trim()];
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.end-procedure')}
      submitWord={shared.actions['end-procedure']}
      typed={[
        { name: say('procedure.outcome'), value: outcome?.label ?? '' },
        { name: say('procedure.on'), value: values.on },
        { name: say('procedure.outcomeText'), value: text },
      ]}
      onSubmit={() =>
        doing.send(
          outcome && text
            ? {
                outcome: outcome.code,
                text,
                ...(values.on && { on: values.on }),
                ...(reference && { reference }),
              }
            : undefined,
        )
      }
    >
      <FieldGroup
        legend={say('procedure.outcome')}
        hint={now?.procedure.label}
        fault={fault('outcome') ?? (doing.isTried && !outcome ? shared.reasons.required : undefined)}
      >
        <Radios
          className="radio-column picker-column"
          value={values.outcome}
          onChange={(chosen) => doing.set({ outcome: chosen })}
        >
          {outcomes.map(({ code, label, next }) => (
            <Radio key={code} value={code}>
              <span className="picker-choice">
                {label}
                <span className="soft picker-more">
                  {next.length > 0
                    ? say('procedure.thenNext', {
                        next: next.map((one) => one.label).join(language === 'zh' ? '、' : ', '),
                      })
                    : say('procedure.thenEnd')}
                </span>
              </span>
            </Radio>
          ))}
        </Radios>
      </FieldGroup>
      <TextField
        label={say('procedure.outcomeText')}
        hint={say('procedure.outcomeTextHint')}
        value={values.text}
        onChange={(value) => doing.set({ text: value })}
        fault={fault('text')}
        mustHave
        isTried={doing.isTried}
        rows={4}
      />
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
    </ActionForm>
  );
}
