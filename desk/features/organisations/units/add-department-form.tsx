import type { UnitView } from '#contract/organisations/units.ts';
import { departmentCodePattern } from '#domain/organisations/units.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { TextInput } from '../text-input.tsx';
import { useChange } from '../use-change.ts';
import { UnitFields } from './unit-fields.tsx';

const blank = { code: '', name: '', nameEn: '', presence: 'resident' };
const codeRule = new RegExp(departmentCodePattern);

/** One more department at a centre. */
export function AddDepartmentForm({ centreId, close }: { centreId: string; close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const form = useChange<typeof blank, UnitView, never>({
    name: `add-department ${centreId}`,
    blank,
    onDone: ({ name }) => {
      tell(say('units.added', { name }));
      close();
    },
  });
  const { code, name, nameEn, presence } = form.values;
  const isCode = codeRule.test(code.trim()) && code.trim().length >= 2;
  return (
    <DrawerForm
      lead={say('units.addLead')}
      sending={form.sending}
      submitWord={say('units.add')}
      close={close}
      onSubmit={() => {
        const body = { centreId, code: code.trim(), name, presence, ...(nameEn.trim() && { nameEn }) };
        form.send(isCode && name.trim() ? { path: '/api/v1/organisation/units', body } : undefined);
      }}
    >
      <UnitFields {...form} hasPresence />
      <TextInput
        label={say('units.code')}
        hint={say('units.codeHint')}
        value={code}
        onChange={(value) => form.set({ code: value })}
        fault={
          form.fault('code') ?? (form.isTried && code.trim() && !isCode ? say('units.codeHint') : undefined)
        }
        isTried={form.isTried}
        most={40}
        mustHave
      />
    </DrawerForm>
  );
}
