import './choices.css';
import { createContext, type ReactNode, use, useId } from 'react';

type Option<Value> = { value: Value; label: ReactNode; disabled?: boolean };
type Value = string | number | boolean;
type Choosing = { name: string; chosen: Value | undefined; choose: (value: Value) => void };
const Choosing = createContext<Choosing | undefined>(undefined);

/** One of several, by the browser's own radio buttons: of options, or of `Radio`s set out otherwise. */
export function Radios<Chosen extends Value>(props: {
  value: Chosen | null | undefined;
  onChange: (value: Chosen) => void;
  options?: readonly Option<Chosen>[];
  children?: ReactNode;
  className?: string;
  'aria-label'?: string;
}) {
  const name = useId();
  const choosing: Choosing = {
    name,
    chosen: props.value ?? undefined,
    choose: (value) => props.onChange(value as Chosen),
  };
  return (
    <Choosing value={choosing}>
      <div role="radiogroup" aria-label={props['aria-label']} className={props.className ?? 'choice-group'}>
        {props.options?.map((option) => (
          <Radio key={String(option.value)} value={option.value} disabled={option.disabled}>
            {option.label}
          </Radio>
        ))}
        {props.children}
      </div>
    </Choosing>
  );
}

export function Radio(props: {
  value: Value;
  disabled?: boolean | undefined;
  className?: string;
  children: ReactNode;
}) {
  const choosing = use(Choosing);
  if (!choosing) throw new Error('a Radio needs Radios around it');
  return (
    <label className={`choice${props.className ? ` ${props.className}` : ''}`}>
      <input
        type="radio"
        name={choosing.name}
        value={String(props.value)}
        checked={choosing.chosen === props.value}
        disabled={props.disabled}
        onChange={() => choosing.choose(props.value)}
      />
      <span>{props.children}</span>
    </label>
  );
}

export function Checkbox(props: {
  checked: boolean;
  onChange: (isChecked: boolean) => void;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <label className={`choice${props.className ? ` ${props.className}` : ''}`}>
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={({ target }) => props.onChange(target.checked)}
      />
      <span>{props.children}</span>
    </label>
  );
}

/** Any of several; they come back in the order in which they stand. */
export function Checkboxes<Chosen extends Value>(props: {
  value: readonly Chosen[];
  onChange: (value: Chosen[]) => void;
  options: readonly Option<Chosen>[];
  className?: string;
  'aria-label'?: string;
}) {
  const { value: chosen, options } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands in a fieldset of its own wherever it has a legend
    <div role="group" aria-label={props['aria-label']} className={props.className ?? 'choice-group'}>
      {options.map(({ value, label, disabled = false }) => (
        <Checkbox
          key={String(value)}
          checked={chosen.includes(value)}
          disabled={disabled}
          onChange={(isChecked) =>
            props.onChange(
              options
                .map((option) => option.value)
                .filter((one) => (one === value ? isChecked : chosen.includes(one))),
            )
          }
        >
          {label}
        </Checkbox>
      ))}
    </div>
  );
}
