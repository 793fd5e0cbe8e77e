import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Field } from '../../design-system/forms/field.tsx';
import { useProblemSentence } from '../../design-system/states/error-state.tsx';
import { asProblem } from '../api/problem.ts';
import { useWords } from '../language/words.tsx';
import type { useSignIn } from './sign-in.ts';

export function SignInForm({ signIn }: { signIn: ReturnType<typeof useSignIn> }) {
  const { say, shared } = useWords();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const sentence = useProblemSentence(signIn.error);
  const isRefused = asProblem(signIn.error)?.status === 401;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ username: username.trim(), password });
  };
  return (
    <form className="form" onSubmit={submit}>
      <Field label={say('signIn.username')}>
        {(parts) => (
          <Input
            {...parts}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
            autoComplete="username"
            autoCapitalize="none"
            required
            size="large"
          />
        )}
      </Field>
      <Field label={say('signIn.password')}>
        {(parts) => (
          <Input.Password
            {...parts}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            required
            size="large"
          />
        )}
      </Field>
      {signIn.error && (
        <p className="field-fault" role="alert">
          {isRefused ? shared.errors['invalid-credentials'] : sentence}
        </p>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {say('signIn.act')}
      </Button>
    </form>
  );
}
