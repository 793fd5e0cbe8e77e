import { Drawer } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';

const ActionForms = lazy(() => import('./action-forms.tsx'));

/** The form of the chosen action beside its matter. Esc closes it; what was typed is there when it opens again. */
export function ActionDrawer(props: { matter: MatterView; action: Action | undefined; close: () => void }) {
  const { shared } = useWords();
  // While the drawer slides out it still shows what it held.
  const [shown, setShown] = useState(props.action);
  useEffect(() => {
    if (props.action) setShown(props.action);
  }, [props.action]);
  return (
    <Drawer
      open={props.action !== undefined}
      onClose={props.close}
      size={480}
      title={shown ? shared.actions[shown] : ''}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <Suspense fallback={<SkeletonRows count={3} />}>
        {shown && <ActionForms matter={props.matter} action={shown} close={props.close} />}
      </Suspense>
    </Drawer>
  );
}
