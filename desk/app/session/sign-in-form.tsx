import './sign-in.css';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design-system/acts/button.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { Input, PasswordInput } from '../../design-system/forms/input.tsx';
import { useWords } from '../language/words.tsx';
import { OtherWaysIn } from './other-ways-in.tsx';
import { SecondStepForm } from './second-step-form.tsx';
import type { SignIn } from './sign-in.ts';
import { SignInFault, useWait } from './wait.tsx';

/** One step after the other in the same place; `isOverPage` where a page with somebody's work lies under it. */
export function SignInForm({ signIn, isOverPage = false }: { signIn: SignIn; isOverPage?: boolean }) {
  const { offers, second, startOver } = signIn;
  if (offers.length > 0) return <SecondStepForm second={second} offers={offers} startOver={startOver} />;
  return (
    <>
      <PasswordForm signIn={signIn} />
      <OtherWaysIn signIn={signIn} isOverPage={isOverPage} />
    </>
  );
}

function PasswordForm({ signIn }: { signIn: SignIn }) {
  const { say } = useWords();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const { byPassword, second } = signIn;
  const error = byPassword.error ?? second.byCode.error;
  const wait = useWait(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    byPassword.mutate({ username: username.trim(), password });
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
          <PasswordInput
            {...parts}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            required
            size="large"
          />
        )}
      </Field>
      <SignInFault error={error} wait={wait} />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={byPassword.isPending}
        disabled={wait > 0}
      >
        {say('signIn.act')}
      </Button>
    </form>
  );
}
