import type { FieldParts } from './field.tsx';
import { Input } from './input.tsx';

const digits = 6;

/** Six digits from an authenticator app; the sixth sends them. */
export function OneTimeCode(props: {
  parts: FieldParts;
  value: string;
  onChange: (value: string) => void;
  onFull: (code: string) => void;
}) {
  return (
    <Input
      {...props.parts}
      value={props.value}
      onChange={(event) => {
        // Apps show the code in two groups, and a Chinese keyboard may type its digits wide.
        const code = event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, digits);
        props.onChange(code);
        if (code.length === digits && code !== props.value) props.onFull(code);
      }}
      className="one-time-code"
      autoComplete="one-time-code"
      inputMode="numeric"
      minLength={digits}
      autoFocus
      required
      size="large"
    />
  );
}
