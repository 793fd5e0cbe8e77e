import './bulk.css';
import { useEffect, useState } from 'react';
import { useWords } from '../../../app/language/words.tsx';
import { late } from '../../../app/late/late.tsx';
import { Drawer } from '../../../design-system/antd/drawer.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import type { Selected } from './use-bulk.ts';

const BulkForm = late(() => import('./bulk-form.tsx'));

/** Something done to several matters, or a macro used on one: chosen, looked at, done, reported. */
export function BulkDrawer(props: {
  matters: readonly Selected[] | undefined;
  isMacroOnly?: boolean;
  close: (isDone: boolean) => void;
}) {
  const { say } = useWords();
  const [shown, setShown] = useState(props.matters);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!props.matters) return;
    setShown(props.matters);
    setDone(false);
  }, [props.matters]);
  const count = shown?.length ?? 0;
  const close = () => props.close(isDone);
  return (
    <Drawer
      open={props.matters !== undefined}
      onClose={close}
      size={560}
      title={props.isMacroOnly ? say('bulk.titleMacro') : say('bulk.title', { count })}
      destroyOnHidden
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {shown && (
        <BulkForm
          matters={shown}
          isMacroOnly={props.isMacroOnly ?? false}
          onDone={() => setDone(true)}
          close={close}
          waiting={<SkeletonRows count={3} />}
        />
      )}
    </Drawer>
  );
}
