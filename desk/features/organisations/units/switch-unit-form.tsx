import type { UnitView } from '#contract/organisations/units.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { useChange } from '../use-change.ts';

const blank = {};

/** Puts a unit into use or out of it, saying what follows. */
export function SwitchUnitForm(props: { unit: UnitView; act: 'activate' | 'deactivate'; close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const { unit, act, close } = props;
  const form = useChange<typeof blank, UnitView, UnitView>({
    name: `${act} ${unit.id}`,
    blank,
    seen: unit,
    onDone: ({ name, isActive }) => {
      tell(say(isActive ? 'units.activated' : 'units.deactivated', { name }));
      close();
    },
  });
  const facts = ({ name, isActive }: UnitView) => [
    { name, value: say(isActive ? 'units.active' : 'units.inactive') },
  ];
  return (
    <DrawerForm
      lead={say(act === 'activate' ? 'units.activateLead' : 'units.deactivateLead', { name: unit.name })}
      sending={form.sending}
      submitWord={say(`units.${act}`)}
      close={close}
      typed={facts(unit)}
      stored={facts(form.current ?? unit)}
      onSubmit={() =>
        form.send({
          path: `/api/v1/organisation/units/${unit.id}/actions/${act}`,
          body: { version: form.version },
        })
      }
    />
  );
}
