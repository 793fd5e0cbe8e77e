import { loadavg } from 'node:os';
import { median, quantile } from '../load/figures.ts';
import { load } from '../load/load.ts';
import { cpuSecondsOf } from './cpu.ts';
import type { Entrant, WorkName } from './entrants.ts';

/** One system at one work for a while. What was not done in full is told, and in none of the figures. */
export type Turn = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the system, for each piece of work done; NaN where it is not known. */
  readonly cpuMs: number;
  readonly requests: number;
  readonly done: number;
  readonly wrong: number;
  readonly firstFault: string | null;
  /** Of the whole machine: who else was at work meanwhile. */
  readonly load: number;
};

export async function takeTurn(
  entrant: Entrant,
  work: WorkName,
  lanes: number,
  seconds: number,
): Promise<Turn> {
  const latenciesInMs: number[] = [];
  let wrong = 0;
  let firstFault: string | null = null;
  const piece = async (): Promise<void> => {
    const from = performance.now();
    try {
      await entrant.work(work);
      latenciesInMs.push(performance.now() - from);
    } catch (fault) {
      wrong += 1;
      firstFault ??= fault instanceof Error ? fault.message : String(fault);
    }
  };
  const sentBefore = entrant.requests.sent();
  const cpuBefore = cpuSecondsOf(entrant.processes);
  const { perSecond } = await load(lanes, seconds, piece);
  const cpuAfter = cpuSecondsOf(entrant.processes);
  const done = latenciesInMs.length;
  return {
    perSecond: (perSecond * done) / (done + wrong),
    p50: median(latenciesInMs),
    p99: quantile(latenciesInMs, 0.99),
    cpuMs: cpuBefore === null || cpuAfter === null ? Number.NaN : ((cpuAfter - cpuBefore) * 1000) / done,
    requests: (entrant.requests.sent() - sentBefore) / (done + wrong),
    done,
    wrong,
    firstFault,
    load: loadavg()[0] ?? Number.NaN,
  };
}
