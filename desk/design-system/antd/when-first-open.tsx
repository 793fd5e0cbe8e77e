import { type ComponentType, startTransition, useEffect, useState } from 'react';
import { late } from '../../app/late/late.tsx';
import { whenQuiet } from '../../app/late/when-quiet.ts';

/** No page waits for what opens over it: it is fetched while the page is read, and stands there closed from then on. */
export function whenFirstOpen<Props extends { open?: boolean }>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const Made = late(load);
  return function WhenFirstOpen(props) {
    const [isThere, setThere] = useState(props.open ?? false);
    if (props.open && !isThere) setThere(true);
    useEffect(
      // In a transition, in which a key is answered.
      () => whenQuiet(() => void Made.fetch().then(() => startTransition(() => setThere(true)))),
      [],
    );
    return isThere && <Made {...props} />;
  };
}
