import type { AccountView, DisableAccountAnswer } from '#contract/organisations/accounts.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { useChange } from '../use-change.ts';

const blank = {};

/** Somebody leaves for good: says what ends with it, and what becomes of their open work. */
export function DisableAccountForm({ account, close }: { account: AccountView; close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const form = useChange<typeof blank, DisableAccountAnswer, never>({
    name: `disable ${account.id}`,
    blank,
    onDone: ({ handedOver }) => {
      tell(say('people.disabledDone', { name: account.name, count: handedOver }));
      close();
    },
  });
  return (
    <DrawerForm
      lead={say('people.disableLead', { name: account.name, username: account.username })}
      sending={form.sending}
      submitWord={say('people.disable')}
      close={close}
      onSubmit={() =>
        form.send({ path: `/api/v1/organisation/accounts/${account.id}/actions/disable`, body: {} })
      }
    />
  );
}
