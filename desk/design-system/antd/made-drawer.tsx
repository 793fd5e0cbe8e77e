import { Drawer, type DrawerProps } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AntdScope } from './antd-scope.tsx';

export default function MadeDrawer({ children, ...props }: DrawerProps) {
  return (
    <AntdScope>
      <Drawer {...props} autoFocus={false}>
        <OnceItStands>{children}</OnceItStands>
      </Drawer>
    </AntdScope>
  );
}

/** Who opens a drawer stands in it from then on, and at the field that asks for it: which it can only once it is in sight. */
function OnceItStands({ children }: { children: ReactNode }) {
  const here = useRef<HTMLSpanElement>(null);
  const [stands, setStands] = useState(false);
  useEffect(() => {
    here.current?.closest<HTMLElement>('.ant-drawer')?.focus({ preventScroll: true });
    setStands(true);
  }, []);
  return stands ? children : <span ref={here} hidden />;
}
