import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const ticksASecond = 100;
const megabyte = 1e6;

/** The memory of a process (Linux): as it is, and the most that it ever was. */
export function memoryOf(pid: number): { nowMb: number; peakMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number =>
    (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / megabyte;
  return { nowMb: of('VmRSS'), peakMb: of('VmHWM') };
}

export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
}

/** From now on the peak is counted anew. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** Seconds of processor that a process has used, and with it those of its children that have ended. */
export function secondsOf(pid: number, { withEnded = false } = {}): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const used = withEnded ? fields.slice(11, 15) : fields.slice(11, 13);
  return used.reduce((sum, ticks) => sum + Number(ticks), 0) / ticksASecond;
}

/** Of PostgreSQL: of its first process, and of those that serve the connections, there or gone. */
export function secondsOfServer(postmaster: number): number {
  let sum = secondsOf(postmaster, { withEnded: true });
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
      if (Number(parent) === postmaster) sum += secondsOf(Number(name));
    } catch {
      // It ended while it was looked at.
    }
  }
  return sum;
}
