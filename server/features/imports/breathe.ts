import { setImmediate as nextTurn } from 'node:timers/promises';

const turnInMs = 12;

/**
 * Lets others have their turn whenever this one has lasted long enough: the program that reads a ledger also serves, and
 * reading alone, however asynchronous it looks, never comes to an end of its turn.
 */
export function createBreath(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < turnInMs) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
