import { useEffect, useState } from 'react';
import { whenQuiet } from './when-quiet.ts';

let wasQuiet = false;

/** Whether the first page has stood for a while: what nobody looks for at once is asked for then. */
export function useIsQuiet(): boolean {
  const [isQuiet, setQuiet] = useState(wasQuiet);
  useEffect(
    () =>
      wasQuiet
        ? undefined
        : whenQuiet(() => {
            wasQuiet = true;
            setQuiet(true);
          }),
    [],
  );
  return isQuiet;
}
