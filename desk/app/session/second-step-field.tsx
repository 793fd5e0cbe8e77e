import type { SecondFactorBody } from '#contract/access/getting-in.ts';
import { Field } from '../../design-system/forms/field.tsx';
import { Input } from '../../design-system/forms/input.tsx';
import { OneTimeCode } from '../../design-system/forms/one-time-code.tsx';
import { useWords } from '../language/words.tsx';

export function SecondStepField(props: {
  kind: SecondFactorBody['kind'];
  value: string;
  onChange: (value: string) => void;
  send: (code: string) => void;
}) {
  const { say } = useWords();
  return (
    <Field label={say(`secondStep.${props.kind}.field`)}>
      {(parts) =>
        props.kind === 'totp' ? (
          <OneTimeCode parts={parts} value={props.value} onChange={props.onChange} onFull={props.send} />
        ) : (
          <Input
            {...parts}
            value={props.value}
            onChange={(event) => props.onChange(event.target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            autoFocus
            required
            size="large"
          />
        )
      }
    </Field>
  );
}
