import type { MacroView } from '#contract/office/macros.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { useWords } from '../../app/language/words.tsx';
import { DrawerForm } from '../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';

/** Takes a macro out of use. */
export function RetireMacroForm({ macro, close }: { macro: MacroView; close: () => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const submission = useSubmission<MacroView>(({ name }) => {
    tell(say('macros.retired', { name }));
    close();
  });
  return (
    <DrawerForm
      lead={say('macros.retireLead', { name: macro.name })}
      sending={{ error: submission.error, isPending: submission.isPending, conflict: undefined }}
      submitWord={say('macros.retire')}
      close={close}
      onSubmit={() =>
        submission.mutate({
          path: `/api/v1/office/macros/${macro.id}/actions/retire`,
          body: { version: macro.version },
        })
      }
    />
  );
}
