import './segmented.css';
import { type ReactNode, useId } from 'react';

/** One of a few, side by side: the browser's own radio buttons, so that the arrows move among them. */
export function Segmented<Value extends string>(props: {
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode }[];
  'aria-label': string;
  size?: 'small';
}) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={props['aria-label']}
      className={`segmented${props.size ? ' segmented-small' : ''}`}
    >
      {props.options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
