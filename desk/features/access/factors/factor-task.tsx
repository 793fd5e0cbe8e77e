import '../access.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MyAccess, SignInAnswer } from '#contract/access/getting-in.ts';
import { useWords } from '../../../app/language/words.tsx';
import { myAccessQuery } from '../../../app/session/my-access.ts';
import { SecondStepForm } from '../../../app/session/second-step-form.tsx';
import { useSession } from '../../../app/session/session.tsx';
import { useCanUsePasskeys } from '../../../app/session/use-can-use-passkeys.ts';
import { useSecondStep } from '../../../app/session/use-second-step.ts';
import { usePageTitle } from '../../../design-system/page-frame.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import { AddPasskeyForm } from './add-passkey-form.tsx';
import { SetUpAuthenticator } from './set-up-authenticator.tsx';

type Done = () => Promise<void>;

/** The one task of somebody whose posting asks for two factors: set the second one up, or use it. */
export function FactorTask({ done }: { done: Done }) {
  const access = useQuery(myAccessQuery);
  if (access.isPending) return <SkeletonRows />;
  if (access.isError) return <ErrorState error={access.error} retry={() => void access.refetch()} />;
  const { hasTotp, passkeys } = access.data;
  // Before anything is set up; afterwards the form that did it still has its last word to say.
  return <Task begunWith={{ hasTotp, passkeys }} done={done} />;
}

function Task(props: { begunWith: Pick<MyAccess, 'hasTotp' | 'passkeys'>; done: Done }) {
  const [{ hasTotp, passkeys }] = useState(props.begunWith);
  const offers: SignInAnswer['offers'] = [
    ...(hasTotp ? (['totp', 'recovery-code'] as const) : []),
    ...(passkeys.length > 0 ? (['passkey'] as const) : []),
  ];
  if (offers.length > 0) return <TakeSecondStep offers={offers} done={props.done} />;
  return <SetUp done={props.done} />;
}

/** Signed in by one step, although there is a second: it is taken now. */
function TakeSecondStep({ offers, done }: { offers: SignInAnswer['offers']; done: Done }) {
  const { say } = useWords();
  const { signOut } = useSession();
  usePageTitle(say('factor.secondTitle'));
  const second = useSecondStep({ onSuccess: done });
  return (
    <>
      <div>
        <h1>{say('factor.secondTitle')}</h1>
        <p className="soft running">{say('factor.secondLead')}</p>
      </div>
      <SecondStepForm second={second} offers={offers} startOver={() => void signOut()} />
    </>
  );
}

function SetUp({ done }: { done: Done }) {
  const { say } = useWords();
  usePageTitle(say('factor.neededTitle'));
  const [chosen, choose] = useState<'totp' | 'passkey'>();
  const kinds = useCanUsePasskeys() ? (['totp', 'passkey'] as const) : (['totp'] as const);
  return (
    <>
      <div>
        <h1>{say('factor.neededTitle')}</h1>
        <p className="soft running">{say('factor.neededLead')}</p>
      </div>
      {chosen === undefined && (
        <div className="factor-choice">
          {kinds.map((kind) => (
            <button key={kind} type="button" onClick={() => choose(kind)}>
              <strong>{say(`factor.${kind}`)}</strong>
              <span className="soft">{say(`factor.${kind}What`)}</span>
              <span className="soft">{say(`factor.${kind}Lost`)}</span>
            </button>
          ))}
        </div>
      )}
      {chosen === 'totp' && <SetUpAuthenticator done={() => void done()} cancel={() => choose(undefined)} />}
      {chosen === 'passkey' && <AddPasskeyForm done={() => void done()} cancel={() => choose(undefined)} />}
    </>
  );
}
