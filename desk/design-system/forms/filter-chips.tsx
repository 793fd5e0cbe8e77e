import './forms.css';
import type { ReactNode } from 'react';
import { useWords } from '../../app/language/words.tsx';
import { Menu } from '../acts/menu.tsx';

export type ChipChoice = { value: string; label: string };

/** One filter: press it for a yes or no, or choose one of its values; set, it says what it is set to. */
export function FilterChip(props: {
  label: string;
  choices?: readonly ChipChoice[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { say } = useWords();
  const isSet = props.value !== undefined;
  if (!props.choices) {
    return (
      <button
        type="button"
        className="filter-chip"
        aria-pressed={isSet}
        onClick={() => props.onChange(isSet ? undefined : 'true')}
      >
        {props.label}
      </button>
    );
  }
  const chosen = props.choices.find((choice) => choice.value === props.value)?.label ?? props.value;
  const lines = [
    { key: '', label: say('filter.any') },
    ...props.choices.map((choice) => ({ key: choice.value, label: choice.label })),
  ];
  return (
    <Menu
      parts={[{ key: 'choices', lines }]}
      chosen={props.value ?? ''}
      onPick={(key) => props.onChange(key || undefined)}
    >
      <button type="button" className={`filter-chip${isSet ? ' filter-chip-set' : ''}`}>
        {isSet ? `${props.label} · ${chosen}` : props.label} <span aria-hidden="true">▾</span>
      </button>
    </Menu>
  );
}

export function FilterChips({ children, label }: { children: ReactNode; label: string }) {
  return (
    <fieldset className="filter-chips" aria-label={label}>
      {children}
    </fieldset>
  );
}
