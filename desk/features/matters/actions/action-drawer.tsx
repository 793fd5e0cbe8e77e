import { Drawer } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';

const fetchForms = () => import('./action-forms.tsx');
const LateForms = lazy(fetchForms);
let fetched: Awaited<ReturnType<typeof fetchForms>>['default'] | undefined;

/** The form of the chosen action beside its matter. Esc closes it; what was typed is there when it opens again. */
export function ActionDrawer(props: { matter: MatterView; action: Action | undefined; close: () => void }) {
  const { shared } = useWords();
  // While the drawer slides out it still shows what it held.
  const [shown, setShown] = useState(props.action);
  useEffect(() => {
    if (props.action) setShown(props.action);
  }, [props.action]);
  // Fetched while the matter is read: React lets nothing that had to wait appear for a third of a second.
  useEffect(() => {
    fetchForms().then(
      (forms) => {
        fetched = forms.default;
      },
      () => {}, // whoever opens a form is told
    );
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one or the other for as long as a form is open
  const ActionForms = useMemo(() => fetched ?? LateForms, [shown]);
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
