import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button, ButtonLink } from '../../design-system/acts/button.tsx';
import { useWords } from '../language/words.tsx';
import { type SignIn, waysInQuery } from './sign-in.ts';
import { useCanUsePasskeys } from './use-can-use-passkeys.ts';
import { SignInFault, useWait } from './wait.tsx';

/** What stands beside name and password: a passkey, and the city's own sign-in where it has one. */
export function OtherWaysIn({ signIn, isOverPage }: { signIn: SignIn; isOverPage: boolean }) {
  const { say } = useWords();
  const { data: ways } = useQuery(waysInQuery);
  const { byPassword } = signIn;
  const { byPasskey } = signIn.second;
  const wait = useWait(byPasskey.error);
  const hasPasskey = useCanUsePasskeys();
  if (!hasPasskey && !ways?.citySignIn) return null;
  return (
    <div className="other-ways">
      <span className="sign-in-or">{say('signIn.orElse')}</span>
      {hasPasskey && (
        <Button
          size="large"
          block
          loading={byPasskey.isPending}
          disabled={wait > 0 || byPassword.isPending}
          onClick={() => byPasskey.mutate()}
        >
          {say('signIn.passkey')}
        </Button>
      )}
      <SignInFault error={byPasskey.error} wait={wait} />
      {ways?.citySignIn && <CitySignIn name={ways.citySignIn.name} signIn={signIn} isOverPage={isOverPage} />}
    </div>
  );
}

/** Leaves for the city's own page; over somebody's work it opens beside, so that the work stays. */
function CitySignIn(props: { name: string; signIn: SignIn; isOverPage: boolean }) {
  const { say } = useWords();
  const [isAway, setAway] = useState(false);
  const { arrive } = props.signIn;
  useEffect(() => {
    if (!isAway) return;
    const look = () => {
      arrive().catch(() => undefined);
    };
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [isAway, arrive]);
  const beside = props.isOverPage
    ? { target: '_blank', rel: 'noopener', onClick: () => setAway(true) }
    : undefined;
  return (
    <>
      <ButtonLink size="large" block href="/api/auth/city" {...beside}>
        {say('signIn.city', { name: props.name })}
      </ButtonLink>
      {props.isOverPage && <p className="faint field-hint">{say('signIn.cityElsewhere')}</p>}
    </>
  );
}
