import { useQuery } from '@tanstack/react-query';
import type { EndPostingAnswer, PostingView } from '#contract/organisations/postings.ts';
import { settlingRoles } from '#domain/organisations/postings.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { ChoiceInput } from '../choice-input.tsx';
import { staffQuery } from '../queries.ts';
import { useChange } from '../use-change.ts';

const isSettling = ({ role }: PostingView) => settlingRoles.some((one) => one === role);

/** Somebody leaves an office: who takes over what they are handling there. */
export function EndPostingForm({ posting, close }: { posting: PostingView; close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const hasWork = isSettling(posting);
  const staff = useQuery({ ...staffQuery(posting.unit.id), enabled: hasWork });
  const successors = new Map(
    (staff.data?.postings ?? [])
      .filter((one) => isSettling(one) && one.isInForce && one.person.id !== posting.person.id)
      .map((one) => [
        one.person.id,
        { value: one.person.id, label: `${one.person.name} · ${one.roleLabel}` },
      ]),
  );
  const form = useChange<{ successorUserId: string }, EndPostingAnswer, PostingView>({
    name: `end-posting ${posting.id}`,
    blank: { successorUserId: '' },
    seen: posting,
    onDone: ({ handedOver }) => {
      tell(say('people.ended', { name: posting.person.name, count: handedOver }));
      close();
    },
  });
  const { successorUserId } = form.values;
  const facts = (one: PostingView | undefined) =>
    one
      ? [{ name: one.roleLabel, value: `${one.fromDay} – ${one.untilDay ?? say('organisation.open')}` }]
      : [];
  return (
    <DrawerForm
      lead={say('people.endLead', {
        name: posting.person.name,
        role: posting.roleLabel,
        unit: posting.unit.name,
      })}
      sending={form.sending}
      submitWord={say('people.end-posting')}
      close={close}
      typed={facts(posting)}
      stored={facts(form.current)}
      onSubmit={() =>
        form.send({
          path: `/api/v1/organisation/postings/${posting.id}/actions/end`,
          body: { version: form.version, successorUserId: successorUserId || null },
        })
      }
    >
      {hasWork && (
        <ChoiceInput
          label={say('people.successor')}
          hint={say('people.successorHint')}
          value={successorUserId}
          onChange={(value) => form.set({ successorUserId: value })}
          choices={[...successors.values()]}
          fault={form.fault('successorUserId')}
          isLoading={staff.isPending}
        />
      )}
    </DrawerForm>
  );
}
