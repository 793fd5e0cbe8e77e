import '../access.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MyAccess } from '#contract/access/getting-in.ts';
import { useWords } from '../../../app/language/words.tsx';
import { myAccessQuery } from '../../../app/session/my-access.ts';
import { FormDrawer } from '../../../design-system/forms/form-drawer.tsx';
import { PageFrame } from '../../../design-system/page-frame.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import { TokensPart } from '../tokens/tokens-part.tsx';
import { type AccessAct, AccessActForm } from './access-act-form.tsx';
import { AuthenticatorPart } from './authenticator-part.tsx';
import { PasskeysPart } from './passkeys-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { RecoveryPart } from './recovery-part.tsx';
import { SessionsPart } from './sessions-part.tsx';

/** How somebody signs in, where they are signed in, and what acts in their name. */
export function Security() {
  const { say } = useWords();
  const query = useQuery(myAccessQuery);
  return (
    <PageFrame title={say('security.title')} lead={say('security.lead')}>
      {query.isPending && <SkeletonRows />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.data && <Parts access={query.data} />}
    </PageFrame>
  );
}

function Parts({ access }: { access: MyAccess }) {
  const { say } = useWords();
  const [task, setTask] = useState<AccessAct>();
  const close = () => setTask(undefined);
  const note = access.isDemo ? 'security.demo' : 'security.compulsory';
  return (
    <div className="security">
      {(access.isDemo || access.needsTwoFactors) && <p className="soft security-note">{say(note)}</p>}
      <PasswordPart access={access} />
      <AuthenticatorPart access={access} begin={setTask} />
      {access.hasTotp && <RecoveryPart access={access} />}
      <PasskeysPart access={access} begin={setTask} />
      <SessionsPart access={access} />
      <TokensPart access={access} begin={setTask} />
      <FormDrawer task={task} close={close} titleOf={({ title }) => title}>
        {(chosen) => <AccessActForm task={chosen} close={close} />}
      </FormDrawer>
    </div>
  );
}
