import type { AccountView } from '#contract/organisations/accounts.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { TextInput } from '../text-input.tsx';
import { useChange } from '../use-change.ts';

const blank = { reason: '' };

/** Somebody has lost phone and recovery codes: says what ends with it, and asks why, which stays on record. */
export function ResetSecondFactorForm({ account, close }: { account: AccountView; close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const form = useChange<typeof blank, AccountView, never>({
    name: `reset-second-factor ${account.id}`,
    blank,
    onDone: ({ name }) => {
      tell(say('people.resetDone', { name }));
      close();
    },
  });
  const reason = form.values.reason.trim();
  return (
    <DrawerForm
      lead={say('people.resetLead', { name: account.name })}
      sending={form.sending}
      submitWord={say('people.reset-second-factor')}
      close={close}
      onSubmit={() =>
        form.send(
          reason
            ? {
                path: `/api/v1/organisation/accounts/${account.id}/actions/reset-second-factor`,
                body: { reason },
              }
            : undefined,
        )
      }
    >
      <TextInput
        label={say('people.resetReason')}
        hint={say('people.resetReasonHint')}
        value={form.values.reason}
        onChange={(value) => form.set({ reason: value })}
        fault={form.fault('reason')}
        isTried={form.isTried}
        most={200}
        mustHave
        isFirst
      />
    </DrawerForm>
  );
}
