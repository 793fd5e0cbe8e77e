import './openings.css';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/language/words.tsx';
import { FormDrawer } from '../../design-system/forms/form-drawer.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { OutsideFacts } from './outside-facts.tsx';
import { outsideQuery } from './outside-query.ts';
import { PurposeForm } from './purpose-form.tsx';

/** Asks for what a file outside own work is to be opened; `onDone` once it is open. */
export function PurposeDrawer(props: {
  matterId: string | undefined;
  onDone: (matterId: string) => void;
  close: () => void;
}) {
  const { say } = useWords();
  return (
    <FormDrawer task={props.matterId} titleOf={() => say('outside.title')} close={props.close}>
      {(id) => <Asked id={id} onDone={() => props.onDone(id)} close={props.close} />}
    </FormDrawer>
  );
}

function Asked({ id, onDone, close }: { id: string; onDone: () => void; close: () => void }) {
  const query = useQuery(outsideQuery(id));
  if (query.isPending) return <SkeletonRows count={4} />;
  if (query.isError) return <ErrorState error={query.error} />;
  return (
    <>
      <OutsideFacts matter={query.data.matter} />
      <PurposeForm outside={query.data} onDone={onDone} close={close} />
    </>
  );
}
