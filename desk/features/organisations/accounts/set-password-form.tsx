import { useState } from 'react';
import type { AccountView, SetPasswordAnswer } from '#contract/organisations/accounts.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useChange } from '../use-change.ts';
import { ShownOnce } from './shown-once.tsx';

const blank = {};

/** A new initial password for somebody who forgot theirs, or comes back. */
export function SetPasswordForm({ account, close }: { account: AccountView; close: () => void }) {
  const { say } = useWords();
  const [made, setMade] = useState<SetPasswordAnswer>();
  const name = `set-password ${account.id}`;
  const form = useChange<typeof blank, SetPasswordAnswer, never>({ name, blank, onDone: setMade });
  if (made) return <ShownOnce account={made.account} password={made.password} close={close} />;
  return (
    <DrawerForm
      lead={say(account.disabledAt === null ? 'people.passwordLead' : 'people.backLead', {
        name: account.name,
      })}
      sending={form.sending}
      submitWord={say('people.set-password')}
      close={close}
      onSubmit={() =>
        form.send({ path: `/api/v1/organisation/accounts/${account.id}/actions/set-password`, body: {} })
      }
    />
  );
}
