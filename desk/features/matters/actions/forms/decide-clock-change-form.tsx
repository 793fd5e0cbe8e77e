import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { askedWords } from './asked-change.ts';
import { ClockPicker } from './clock-picker.tsx';
import { faultAt, type RefusedAt } from './refused-at.ts';

type Values = { clock: string; decision: 'approve' | 'refuse' | ''; reason: string };

const places: RefusedAt = { clock: ['asker-may-not-approve', 'no-change-asked', 'clock-not-changeable'] };

/** What somebody asked for, to be approved or not by somebody else; the party is told the reasons. */
export function DecideClockChangeForm({ matter, close }: ActionFormProps) {
  const { language, say, shared } = useWords();
  const clocks = matter.clocks.filter(({ asked, endedOn }) => asked !== null && endedOn === null);
  const first = clocks.find(({ asked }) => asked?.isOurs === false) ?? clocks[0];
  const blank: Values = { clock: first?.step.code ?? '', decision: '', reason: '' };
  const doing = useAction({ matter, action: 'decide-clock-change', blank, close });
  const { clock: code, decision } = doing.values;
  const clock = clocks.find(({ step }) => step.code === code);
  const reason = doing.values.reason.trim();
  const isOwn = clock?.asked?.isOurs === true;
  const fault = (field: string, isMissing = false) =>
    faultAt(doing.error, places, field) ?? (doing.isTried && isMissing ? shared.reasons.required : undefined);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.decide-clock-change')}
      submitWord={shared.actions['decide-clock-change']}
      typed={[
        { name: say('change.decision'), value: decision ? say(`change.${decision}`) : '' },
        { name: say('change.reason'), value: reason },
      ]}
      onSubmit={() =>
        doing.send(
          clock && !isOwn && decision && reason
            ? { clock: code, isApproved: decision === 'approve', reason }
            : undefined,
        )
      }
    >
      {clocks.length === 0 ? (
        <p className="soft">{say('change.none')}</p>
      ) : (
        <ClockPicker
          clocks={clocks}
          value={code}
          onChange={(chosen) => doing.set({ clock: chosen })}
          fault={fault('clock', clock === undefined)}
        />
      )}
      {clock && (
        <p className="asked-change">
          <strong>{say('change.asked')}</strong> {askedWords(clock, say, language)}
        </p>
      )}
      {isOwn && (
        <p className="field-fault" role="alert">
          {say('change.own')}
        </p>
      )}
      <FieldGroup legend={say('change.decision')} fault={fault('isApproved', decision === '')}>
        <Radios
          value={decision}
          onChange={(chosen) => doing.set({ decision: chosen })}
          options={(['approve', 'refuse'] as const).map((one) => ({
            value: one,
            label: say(`change.${one}`),
          }))}
        />
      </FieldGroup>
      <TextField
        label={say('change.reason')}
        hint={say('change.reasonHint')}
        value={doing.values.reason}
        onChange={(value) => doing.set({ reason: value })}
        fault={fault('reason')}
        mustHave
        isTried={doing.isTried}
      />
    </ActionForm>
  );
}
