import { Temporal } from 'temporal-polyfill';
import type { ClockView } from '#contract/matters/clock.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { NumberInput } from '../../../../design-system/antd/number-input.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../../../design-system/forms/field.tsx';
import { cityDay } from '../../../../design-system/time/day-words.ts';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { type ChangeDraft, changeFields, changesOf, mayAskFor } from './clock-change-draft.ts';
import { ClockPicker, onlyCode } from './clock-picker.tsx';
import { DayField } from './day-field.tsx';
import { faultAt, type RefusedAt } from './refused-at.ts';

export const blankChange: ChangeDraft = {
  clock: '',
  change: '',
  days: null,
  ground: '',
  from: '',
  until: '',
  reason: '',
};

const places: RefusedAt = {
  clock: ['clock-not-changeable', 'change-asked-already'],
  days: ['extension-not-provided', 'extension-too-long', 'extension-too-often'],
  ground: ['pause-not-provided'],
  until: ['pause-too-long', 'pause-out-of-order'],
};

/** A running limit to be extended, or halted on a ground of the law, within what the law allows; somebody else decides. */
export function AskClockChangeForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const clocks = matter.clocks.filter(mayAskFor);
  const blank = { ...blankChange, clock: onlyCode(clocks) };
  const doing = useAction({ matter, action: 'ask-clock-change', blank, close });
  const { values } = doing;
  const clock = clocks.find(({ step }) => step.code === values.clock);
  const offered = clock ? changesOf(clock) : [];
  const change = offered.length === 1 ? offered[0] : offered.find((one) => one === values.change);
  const required = shared.reasons.required;
  const fault = (field: string, isMissing = false) =>
    faultAt(doing.error, places, field) ?? (doing.isTried && isMissing ? required : undefined);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.ask-clock-change')}
      submitWord={shared.actions['ask-clock-change']}
      typed={[
        { name: say('change.clock'), value: clock?.step.label ?? '' },
        { name: say('change.which'), value: change ? shared.clockChanges[change] : '' },
        { name: say('change.reason'), value: values.reason.trim() },
      ]}
      onSubmit={() => doing.send(clock && change ? changeFields({ ...values, change }) : undefined)}
    >
      {clocks.length === 0 ? (
        <p className="soft">{say('change.noneToAsk')}</p>
      ) : (
        <ClockPicker
          clocks={clocks}
          value={values.clock}
          onChange={(code) => doing.set({ clock: code, change: '', ground: '', days: null })}
          fault={fault('clock', clock === undefined)}
        />
      )}
      {offered.length > 1 && (
        <FieldGroup legend={say('change.which')} fault={fault('change', change === undefined)}>
          <Radios
            value={change}
            onChange={(chosen) => doing.set({ change: chosen })}
            options={offered.map((one) => ({ value: one, label: shared.clockChanges[one] }))}
          />
        </FieldGroup>
      )}
      {clock && change === 'extension' && (
        <ExtensionField
          clock={clock}
          value={values.days}
          onChange={(days) => doing.set({ days })}
          fault={fault('days', values.days === null)}
        />
      )}
      {clock && change === 'pause' && (
        <PauseFields clock={clock} values={values} set={doing.set} fault={fault} />
      )}
      <TextField
        label={say('change.reason')}
        hint={say('change.reasonHint')}
        value={values.reason}
        onChange={(reason) => doing.set({ reason })}
        fault={fault('reason')}
        mustHave
        isTried={doing.isTried}
      />
    </ActionForm>
  );
}

function ExtensionField(props: {
  clock: ClockView;
  value: number | null;
  onChange: (days: number | null) => void;
  fault: string | undefined;
}) {
  const { say } = useWords();
  const { mayExtend } = props.clock;
  if (mayExtend === null) return null;
  const { most, unit, timesLeft, approvedBy } = mayExtend;
  return (
    <Field
      label={say('change.days')}
      hint={say('change.daysHint', { most: say(`length.${unit}`, { count: most }), timesLeft, approvedBy })}
      fault={props.fault}
    >
      {(parts) => (
        <span className="number-with-unit">
          <NumberInput
            {...parts}
            min={1}
            max={most}
            precision={0}
            value={props.value}
            onChange={props.onChange}
            status={parts['aria-invalid'] ? 'error' : ''}
          />
          <span className="soft" aria-hidden="true">
            {say(`unit.${unit}`)}
          </span>
        </span>
      )}
    </Field>
  );
}

function PauseFields(props: {
  clock: ClockView;
  values: ChangeDraft;
  set: (change: Partial<ChangeDraft>) => void;
  fault: (field: string, isMissing?: boolean) => string | undefined;
}) {
  const { say } = useWords();
  const { clock, values, set, fault } = props;
  const ground =
    clock.mayPause.find(({ code }) => code === values.ground) ??
    (clock.mayPause.length === 1 ? clock.mayPause[0] : undefined);
  const from = Temporal.PlainDate.from(values.from || cityDay());
  return (
    <>
      <FieldGroup legend={say('change.ground')} fault={fault('ground', ground === undefined)}>
        <Radios
          className="radio-column"
          value={ground?.code}
          onChange={(chosen) => set({ ground: chosen })}
          options={clock.mayPause.map(({ code, label, mostDays }) => ({
            value: code,
            label: `${label} · ${say('change.groundMost', { days: mostDays })}`,
          }))}
        />
      </FieldGroup>
      <div className="form-row">
        <DayField
          label={say('change.from')}
          hint={say('change.fromHint')}
          value={values.from}
          onChange={(day) => set({ from: day })}
          fault={fault('from')}
          least={clock.startedOn}
          isOptional
        />
        <DayField
          label={say('change.until')}
          hint={ground && say('change.groundMost', { days: ground.mostDays })}
          value={values.until}
          onChange={(day) => set({ until: day, ground: ground?.code ?? values.ground })}
          fault={fault('until', values.until === '')}
          least={from.add({ days: 1 }).toString()}
          most={ground && from.add({ days: ground.mostDays }).toString()}
        />
      </div>
    </>
  );
}
