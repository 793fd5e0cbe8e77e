import { readdirSync, readFileSync } from 'node:fs';

type Process = { readonly parent: number; readonly ticks: number };

/** Linux counts in hundredths of a second, whatever the machine. */
const ticksPerSecond = 100;

/**
 * CPU seconds used so far by these processes and all that they started, the ended ones included; null where nobody said
 * which, or where there is no /proc. On a machine that others use, too, it says more than the time on the clock.
 */
export function cpuSecondsOf(roots: readonly number[]): number | null {
  const processes = roots.length === 0 ? new Map<number, Process>() : readProcesses();
  const belongs = (pid: number): boolean => {
    if (roots.includes(pid)) return true;
    const parent = processes.get(pid)?.parent ?? 0;
    return parent > 1 && belongs(parent);
  };
  let ticks = 0;
  for (const [pid, process] of processes) if (belongs(pid)) ticks += process.ticks;
  return ticks === 0 ? null : ticks / ticksPerSecond;
}

/** What this process started: our own instance, when it is the one that measures. */
export function childrenOf(pid: number): number[] {
  return [...readProcesses()].filter(([, { parent }]) => parent === pid).map(([child]) => child);
}

function readProcesses(): Map<number, Process> {
  const found = new Map<number, Process>();
  for (const name of namesIn('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name of a program may hold anything; the fields begin after its closing bracket.
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const ticks = fields.slice(11, 15).reduce((sum, part) => sum + part, 0);
      found.set(Number(name), { parent: fields[1] ?? 0, ticks });
    } catch {
      // It ended while we read.
    }
  }
  return found;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
