import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { dayWords } from '../../../../design-system/time/day-words.ts';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';

/** Whose answer is no longer waited for, and why. */
export function WaiveTaskForm({ matter, close }: ActionFormProps) {
  const { language, say, shared } = useWords();
  const open = matter.tasks.filter(({ isOpen }) => isOpen);
  const [only] = open.length === 1 ? open : [];
  const doing = useAction({
    matter,
    action: 'waive-task',
    blank: { unitId: only?.unit.id ?? '', reason: '' },
    close,
  });
  const { unitId } = doing.values;
  const reason = doing.values.reason.trim();
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.waive-task')}
      submitWord={shared.actions['waive-task']}
      typed={[
        { name: say('joint.whose'), value: open.find(({ unit }) => unit.id === unitId)?.unit.name ?? '' },
        { name: say('act.reason'), value: reason },
      ]}
      onSubmit={() => doing.send(unitId && reason ? { unitId, reason } : undefined)}
    >
      <FieldGroup
        legend={say('joint.whose')}
        fault={doing.fault('unitId') ?? (doing.isTried && !unitId ? shared.reasons.required : undefined)}
      >
        <Radios
          className="radio-column"
          value={unitId}
          onChange={(chosen) => doing.set({ unitId: chosen })}
          options={open.map(({ unit, dueOn }) => ({
            value: unit.id,
            label: `${unit.name} · ${dayWords(dueOn, language)}`,
          }))}
        />
      </FieldGroup>
      <TextField
        label={say('act.reason')}
        hint={say('joint.waiveHint')}
        value={doing.values.reason}
        onChange={(value) => doing.set({ reason: value })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
      />
    </ActionForm>
  );
}
