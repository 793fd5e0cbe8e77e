import { useState } from 'react';
import type { AccountView, CreateAccountAnswer } from '#contract/organisations/accounts.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { TextInput } from '../text-input.tsx';
import { useChange } from '../use-change.ts';
import { ShownOnce } from './shown-once.tsx';

const blank = { username: '', name: '' };

/** A new account with an initial password, and from there on to its first posting. */
export function CreateAccountForm({
  close,
  post,
}: {
  close: () => void;
  post: (account: AccountView) => void;
}) {
  const { say } = useWords();
  const [made, setMade] = useState<CreateAccountAnswer>();
  const form = useChange<typeof blank, CreateAccountAnswer, never>({
    name: 'create-account',
    blank,
    onDone: setMade,
  });
  const username = form.values.username.trim();
  const name = form.values.name.trim();
  if (made) {
    const next = (
      <Button type="primary" onClick={() => post(made.account)}>
        {say('people.post')}
      </Button>
    );
    return <ShownOnce account={made.account} password={made.password} close={close} next={next} />;
  }
  return (
    <DrawerForm
      lead={say('people.createLead')}
      sending={form.sending}
      submitWord={say('people.create-account')}
      close={close}
      onSubmit={() =>
        form.send(
          username && name ? { path: '/api/v1/organisation/accounts', body: { username, name } } : undefined,
        )
      }
    >
      <TextInput
        label={say('people.name')}
        value={form.values.name}
        onChange={(value) => form.set({ name: value })}
        fault={form.fault('name')}
        isTried={form.isTried}
        most={60}
        mustHave
        isFirst
      />
      <TextInput
        label={say('people.username')}
        hint={say('people.usernameHint')}
        value={form.values.username}
        onChange={(value) => form.set({ username: value })}
        fault={form.fault('username')}
        isTried={form.isTried}
        most={60}
        mustHave
      />
    </DrawerForm>
  );
}
