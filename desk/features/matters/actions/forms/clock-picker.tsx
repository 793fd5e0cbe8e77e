import type { ClockView } from '#contract/matters/clock.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Radio, Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { dayWords } from '../../../../design-system/time/day-words.ts';

/** Which of the running limits is meant; where there is only one, it is said and not asked. */
export function ClockPicker(props: {
  clocks: readonly ClockView[];
  value: string;
  onChange: (code: string) => void;
  fault?: string | undefined;
}) {
  const { language, say } = useWords();
  const [only, ...others] = props.clocks;
  const due = (clock: ClockView) => say('change.dueNow', { day: dayWords(clock.dueOn, language) });
  if (only && others.length === 0 && only.step.code === props.value) {
    return (
      <p>
        <strong>{only.step.label}</strong> <span className="soft">{due(only)}</span>
      </p>
    );
  }
  return (
    <FieldGroup legend={say('change.clock')} fault={props.fault}>
      <Radios
        className="radio-column picker-column"
        value={props.value}
        onChange={(chosen) => props.onChange(chosen)}
      >
        {props.clocks.map((clock) => (
          <Radio key={clock.id} value={clock.step.code}>
            <span className="picker-choice">
              {clock.step.label}
              <span className="soft picker-more">{due(clock)}</span>
            </span>
          </Radio>
        ))}
      </Radios>
    </FieldGroup>
  );
}

/** The code of the only one, to begin with. */
export function onlyCode(clocks: readonly ClockView[]): string {
  return clocks.length === 1 ? (clocks[0]?.step.code ?? '') : '';
}
