import { DrawerForm } from '../../../design-system/forms/form-drawer.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { useAccessAct } from './use-access-act.ts';

export type AccessAct = {
  readonly title: string;
  /** What follows from it. */
  readonly lead: string;
  readonly act: string;
  readonly path: string;
  readonly done: string;
};

/** Takes one of the ways in away, once the reader has seen what follows. */
export function AccessActForm({ task, close }: { task: AccessAct; close: () => void }) {
  const tell = useNotice();
  const acting = useAccessAct();
  const onSuccess = () => {
    tell(task.done);
    close();
  };
  return (
    <DrawerForm
      lead={task.lead}
      sending={{ error: acting.error, isPending: acting.isPending, conflict: undefined }}
      submitWord={task.act}
      close={close}
      onSubmit={() => acting.mutate(task.path, { onSuccess })}
    />
  );
}
