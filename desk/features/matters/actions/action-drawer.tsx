import { useEffect, useState } from 'react';
import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { late } from '../../../app/late/late.tsx';
import { whenQuiet } from '../../../app/late/when-quiet.ts';
import { Drawer } from '../../../design-system/antd/drawer.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';

const ActionForms = late(() => import('./action-forms.tsx'));

/** The form of the chosen action beside its matter. Esc closes it; what was typed is there when it opens again. */
export function ActionDrawer(props: { matter: MatterView; action: Action | undefined; close: () => void }) {
  const { shared } = useWords();
  // While the drawer slides out it still shows what it held.
  const [shown, setShown] = useState(props.action);
  useEffect(() => {
    if (!props.action) return;
    setShown(props.action);
    // Beside the drawer, not after it.
    void ActionForms.fetch();
  }, [props.action]);
  // Fetched while the matter is read.
  useEffect(() => whenQuiet(() => void ActionForms.fetch()), []);
  return (
    <Drawer
      open={props.action !== undefined}
      onClose={props.close}
      size={480}
      title={shown ? shared.actions[shown] : ''}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {shown && (
        <ActionForms
          matter={props.matter}
          action={shown}
          close={props.close}
          waiting={<SkeletonRows count={3} />}
        />
      )}
    </Drawer>
  );
}
