import { Tooltip } from 'antd';
import { cloneElement, type ReactElement, useState } from 'react';

/**
 * More about what the pointer stands on. A tooltip waits at every row of a long list and hardly one is ever looked at, so it
 * is made when the pointer comes. For what cannot have the focus: it is put in its place anew.
 */
export function Hint({
  title,
  children,
}: {
  title: string;
  children: ReactElement<{ onPointerEnter?: () => void }>;
}) {
  const [isNear, setNear] = useState(false);
  if (!isNear) return cloneElement(children, { onPointerEnter: () => setNear(true) });
  return (
    <Tooltip title={title} defaultOpen>
      {children}
    </Tooltip>
  );
}
