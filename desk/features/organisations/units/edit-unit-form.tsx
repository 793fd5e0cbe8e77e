import type { UnitView } from '#contract/organisations/units.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { useChange } from '../use-change.ts';
import { PackNote } from './pack-note.tsx';
import { UnitFields, type UnitValues } from './unit-fields.tsx';

/** The names of a unit and how it is present; what the city pack says can be taken back with one click. */
export function EditUnitForm({ unit, close }: { unit: UnitView; close: () => void }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  const form = useChange<UnitValues, UnitView, UnitView>({
    name: `edit-unit ${unit.id} ${unit.version}`,
    blank: valuesOf(unit),
    seen: unit,
    onDone: ({ name }) => {
      tell(say('units.edited', { name }));
      close();
    },
  });
  const { name, nameEn, presence } = form.values;
  const isDepartment = unit.kind === 'department';
  const isWhole = name.trim() && (!isDepartment || presence);
  const facts = (values: UnitValues) => [
    { name: say('units.name'), value: values.name },
    { name: say('units.nameEn'), value: values.nameEn },
    {
      name: say('units.presence'),
      value: shared.presences[values.presence as keyof typeof shared.presences] ?? '',
    },
  ];
  return (
    <DrawerForm
      lead={say('units.editLead')}
      sending={form.sending}
      submitWord={say('units.save')}
      close={close}
      typed={facts(form.values)}
      stored={facts(valuesOf(form.current ?? unit))}
      onSubmit={() => {
        const body = { version: form.version, name, nameEn, ...(isDepartment && { presence }) };
        form.send(
          isWhole ? { path: `/api/v1/organisation/units/${unit.id}`, method: 'PATCH', body } : undefined,
        );
      }}
    >
      <UnitFields {...form} hasPresence={isDepartment} />
      {unit.pack !== null && (
        <div>
          <PackNote unit={unit} />
          <Button size="small" onClick={() => form.set(valuesOf({ ...unit, ...unit.pack }))}>
            {say('units.asPack')}
          </Button>
        </div>
      )}
    </DrawerForm>
  );
}

function valuesOf(unit: Pick<UnitView, 'name' | 'nameEn' | 'presence'>): UnitValues {
  return { name: unit.name, nameEn: unit.nameEn, presence: unit.presence ?? '' };
}
