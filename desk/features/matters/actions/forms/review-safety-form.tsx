import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { blankSafety, type SafetyDraft, safetyBodyOf } from '../../safety/safety-draft.ts';
import { SafetyFields } from '../../safety/safety-fields.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';

const blank = { isOver: false, safety: blankSafety, reason: '' };

/** Is somebody in danger, still or no longer? Asked anew every seven days, and whenever somebody learns of it. */
export function ReviewSafetyForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({
    matter,
    action: 'review-safety',
    blank: { ...blank, safety: { ...blankSafety, danger: matter.danger?.code ?? '' } as SafetyDraft },
    close,
  });
  const { isOver, safety } = doing.values;
  const reason = doing.values.reason.trim();
  const body = safetyBodyOf(safety);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.review-safety')}
      submitWord={say('act.saveSafety')}
      typed={[{ name: say('act.reason'), value: reason }]}
      onSubmit={() =>
        doing.send(
          reason && (isOver || body) ? { safety: isOver ? null : (body ?? null), reason } : undefined,
        )
      }
    >
      {matter.danger && (
        <FieldGroup legend={say('safety.question')}>
          <Radios
            value={isOver}
            onChange={(chosen) => doing.set({ isOver: chosen })}
            options={[
              { value: false, label: say('safety.persists') },
              { value: true, label: say('safety.over') },
            ]}
          />
        </FieldGroup>
      )}
      {!isOver && (
        <SafetyFields
          value={safety}
          onChange={(value) => doing.set({ safety: value })}
          isTried={doing.isTried}
          fault={(field) => doing.fault(`safety.${field}`)}
        />
      )}
      <TextField
        label={say('act.reason')}
        value={doing.values.reason}
        onChange={(value) => doing.set({ reason: value })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
      />
      {doing.isTried && !isOver && !body && <p className="field-fault">{shared.reasons.required}</p>}
    </ActionForm>
  );
}
