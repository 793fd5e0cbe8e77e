import { useQuery } from '@tanstack/react-query';
import type { AbsenceView } from '#contract/organisations/absences.ts';
import type { PostingView } from '#contract/organisations/postings.ts';
import { canStandIn } from '#domain/organisations/absences.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useSession } from '../../../app/session/session.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { cityDay } from '../../../design-system/time/day-words.ts';
import { ChoiceInput } from '../choice-input.tsx';
import { staffQuery } from '../queries.ts';
import { TextInput } from '../text-input.tsx';
import { useChange } from '../use-change.ts';

/** Who is away, from when until when, and which colleague does the work: only those are offered who can. */
export function CreateAbsenceForm({ unitId, close }: { unitId: string; close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const { me, acting } = useSession();
  const staff = useQuery(staffQuery(unitId));
  const arrangesForOthers = acting?.role === 'supervisor' || acting?.role === 'security-admin';
  const form = useChange<
    { userId: string; deputyUserId: string; fromDay: string; untilDay: string },
    AbsenceView,
    never
  >({
    name: `absence ${unitId}`,
    blank: {
      userId: arrangesForOthers ? '' : me.user.id,
      deputyUserId: '',
      fromDay: cityDay(),
      untilDay: '',
    },
    onDone: ({ person, deputy }) => {
      tell(say('absences.created', { name: person.name, deputy: deputy.name }));
      close();
    },
  });
  const { userId, deputyUserId, fromDay, untilDay } = form.values;
  const people = Map.groupBy(staff.data?.postings ?? [], ({ person }) => person.id);
  const absent = people.get(userId) ?? [];
  const deputies = [...people].filter(
    ([id, held]) =>
      id !== userId && absent.every(({ role }) => held.some((one) => canStandIn(one.role, role))),
  );
  const isWhole = userId && deputyUserId && fromDay && untilDay;
  if (staff.isError) return <ErrorState error={staff.error} retry={() => void staff.refetch()} />;
  return (
    <DrawerForm
      lead={say('absences.createLead')}
      sending={form.sending}
      submitWord={say('absences.create')}
      close={close}
      onSubmit={() => {
        const body = { unitId, userId, deputyUserId, fromDay, untilDay };
        form.send(isWhole ? { path: '/api/v1/organisation/absences', body } : undefined);
      }}
    >
      <ChoiceInput
        label={say('absences.person')}
        value={userId}
        onChange={(value) => form.set({ userId: value, deputyUserId: '' })}
        choices={[...people].filter(([id]) => arrangesForOthers || id === me.user.id).map(choiceOf)}
        fault={form.fault('userId')}
        isTried={form.isTried}
        isLoading={staff.isPending}
        mustHave
      />
      <ChoiceInput
        label={say('absences.deputy')}
        hint={
          userId && staff.data && deputies.length === 0
            ? say('absences.noDeputy')
            : say('absences.deputyHint')
        }
        value={deputyUserId}
        onChange={(value) => form.set({ deputyUserId: value })}
        choices={userId ? deputies.map(choiceOf) : []}
        fault={form.fault('deputyUserId')}
        isTried={form.isTried}
        mustHave
      />
      <div className="form-row">
        <TextInput
          label={say('absences.from')}
          value={fromDay}
          onChange={(value) => form.set({ fromDay: value })}
          fault={form.fault('fromDay')}
          isTried={form.isTried}
          mustHave
          isDay
        />
        <TextInput
          label={say('absences.until')}
          value={untilDay}
          onChange={(value) => form.set({ untilDay: value })}
          fault={form.fault('untilDay')}
          isTried={form.isTried}
          mustHave
          isDay
        />
      </div>
    </DrawerForm>
  );
}

function choiceOf([id, held]: [string, PostingView[]]) {
  const roles = [...new Set(held.map(({ roleLabel }) => roleLabel))].join('、');
  return { value: id, label: `${held[0]?.person.name ?? ''} · ${roles}` };
}
