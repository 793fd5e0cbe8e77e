import type { AccountView } from '#contract/organisations/accounts.ts';
import type { PostingView } from '#contract/organisations/postings.ts';
import { roles } from '#domain/access/vocabulary.ts';
import { roleFits } from '#domain/organisations/postings.ts';
import { useCity, useNameOf } from '../../../app/city/city.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { cityDay } from '../../../design-system/time/day-words.ts';
import { ChoiceInput } from '../choice-input.tsx';
import { TextInput } from '../text-input.tsx';
import { useChange } from '../use-change.ts';

/** Posts somebody: where, as what, from when, until when. Only the roles that there are at the unit are offered. */
export function CreatePostingForm({ account, close }: { account: AccountView; close: () => void }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  const city = useCity();
  const nameOf = useNameOf();
  const form = useChange<
    { unitId: string; role: string; fromDay: string; untilDay: string },
    PostingView,
    never
  >({
    name: `post ${account.id}`,
    blank: { unitId: '', role: '', fromDay: city?.today ?? cityDay(), untilDay: '' },
    onDone: ({ roleLabel, unit }) => {
      tell(say('people.posted', { name: account.name, role: roleLabel, unit: unit.name }));
      close();
    },
  });
  const { unitId, role, fromDay, untilDay } = form.values;
  const units = (city?.units ?? []).filter(({ isActive }) => isActive);
  const unit = units.find(({ id }) => id === unitId);
  const level = city?.regions.find(({ code }) => code === unit?.regionCode)?.level;
  const fitting = unit && level ? roles.filter((one) => roleFits(one, { kind: unit.kind, level })) : [];
  const isWhole = unitId && role && fromDay;
  return (
    <DrawerForm
      lead={say('people.postLead', { name: account.name })}
      sending={form.sending}
      submitWord={say('people.post')}
      close={close}
      onSubmit={() => {
        const body = { userId: account.id, unitId, role, fromDay, ...(untilDay && { untilDay }) };
        form.send(isWhole ? { path: '/api/v1/organisation/postings', body } : undefined);
      }}
    >
      <ChoiceInput
        label={say('people.unit')}
        value={unitId}
        onChange={(value) => form.set({ unitId: value, role: '' })}
        choices={units.map((one) => ({ value: one.id, label: nameOf(one) }))}
        fault={form.fault('unitId')}
        isTried={form.isTried}
        isLoading={city === undefined}
        mustHave
      />
      <ChoiceInput
        label={say('people.role')}
        hint={unitId ? undefined : say('people.roleHint')}
        value={role}
        onChange={(value) => form.set({ role: value })}
        choices={fitting.map((one) => ({ value: one, label: shared.roles[one] }))}
        fault={form.fault('role')}
        isTried={form.isTried}
        mustHave
      />
      <div className="form-row">
        <TextInput
          label={say('people.from')}
          value={fromDay}
          onChange={(value) => form.set({ fromDay: value })}
          fault={form.fault('fromDay')}
          isTried={form.isTried}
          mustHave
          isDay
        />
        <TextInput
          label={say('people.until')}
          value={untilDay}
          onChange={(value) => form.set({ untilDay: value })}
          fault={form.fault('untilDay')}
          isDay
        />
      </div>
    </DrawerForm>
  );
}
