import { startTransition, useEffect, useState } from 'react';

/**
 * False for as long as what everybody looks at first is drawn, and for good true from then on: the rest of a long page
 * follows in a transition, in which a key is answered between two rows. `isThere`: something has arrived that can be drawn.
 * What had been read before stands there whole at once, so that a position in it can be kept.
 */
export function useShownFirst(isThere: boolean): boolean {
  const [isShown, setShown] = useState(isThere);
  useEffect(() => {
    if (isThere) startTransition(() => setShown(true));
  }, [isThere]);
  return isShown;
}
