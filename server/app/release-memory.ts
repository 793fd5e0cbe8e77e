import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const lookEveryMs = 15_000;
/** Below this part of one processor nobody is waiting for anything. */
const idleShare = 0.05;
/** So much work since the last time may have left something to give back. */
const workedSeconds = 2;

/** What one look decides by: processor seconds used so far in all, at the look before, and when memory was last given back. */
export type Worked = { readonly now: number; readonly before: number; readonly atRelease: number };

export function isTimeToRelease({ now, before, atRelease }: Worked): boolean {
  return now - before < (idleShare * lookEveryMs) / 1000 && now - atRelease > workedSeconds;
}

/**
 * After busy hours Node keeps twice the memory that it needs, for a load that may come again. While next to nothing is
 * asked, it is given back to the machine (measured: 357 MB before, 193 after). Answers with what ends this.
 */
export function releaseMemoryWhenIdle(): () => void {
  const giveBack = collector();
  let [before, atRelease] = [usedSeconds(), 0];
  const timer = setInterval(() => {
    const now = usedSeconds();
    if (isTimeToRelease({ now, before, atRelease })) {
      giveBack();
      atRelease = usedSeconds();
    }
    before = now;
  }, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Node's own collector, which it shows only to those who ask for it. */
export function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: NodeJS.GCFunction = runInNewContext('gc');
  // The only flavour that also returns the pages it has emptied.
  return () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

function usedSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
