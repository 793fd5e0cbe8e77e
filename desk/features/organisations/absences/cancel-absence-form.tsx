import type { AbsenceView } from '#contract/organisations/absences.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { useChange } from '../use-change.ts';

const blank = {};

/** Somebody stays, or is back early. */
export function CancelAbsenceForm({ absence, close }: { absence: AbsenceView; close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const form = useChange<typeof blank, AbsenceView, AbsenceView>({
    name: `cancel-absence ${absence.id}`,
    blank,
    seen: absence,
    onDone: () => {
      tell(say('absences.cancelled', { name: absence.person.name }));
      close();
    },
  });
  return (
    <DrawerForm
      lead={say('absences.cancelLead', { name: absence.person.name, deputy: absence.deputy.name })}
      sending={form.sending}
      submitWord={say('absences.cancel')}
      close={close}
      onSubmit={() =>
        form.send({
          path: `/api/v1/organisation/absences/${absence.id}/actions/cancel`,
          body: { version: form.version },
        })
      }
    />
  );
}
