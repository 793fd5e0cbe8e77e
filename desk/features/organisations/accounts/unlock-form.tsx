import type { AccountView } from '#contract/organisations/accounts.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { useChange } from '../use-change.ts';

const blank = {};

/** Lets somebody try again whom too many wrong guesses have locked out. */
export function UnlockForm({ account, close }: { account: AccountView; close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const form = useChange<typeof blank, AccountView, never>({
    name: `unlock ${account.id}`,
    blank,
    onDone: ({ name }) => {
      tell(say('people.unlocked', { name }));
      close();
    },
  });
  return (
    <DrawerForm
      lead={say('people.unlockLead', { name: account.name })}
      sending={form.sending}
      submitWord={say('people.unlock')}
      close={close}
      onSubmit={() =>
        form.send({ path: `/api/v1/organisation/accounts/${account.id}/actions/unlock`, body: {} })
      }
    />
  );
}
