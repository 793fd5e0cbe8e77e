import { rounded } from '../load/figures.ts';
import { printLine } from '../report.ts';
import type { Entrant, WorkName } from './entrants.ts';

/** Medians of one system at one work. */
export type Result = {
  readonly work: WorkName;
  readonly system: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMs: number;
  /** How many requests one piece of this work takes there. */
  readonly requests: number;
  readonly load: number;
  readonly wrong: number;
  readonly firstFault: string | null;
};

/** One table for people, a line for programs, and what each does not do: the figures mean nothing without it. */
export function printComparison(
  results: readonly Result[],
  entrants: readonly Pick<Entrant, 'name' | 'lacks' | 'filled'>[],
  absent: readonly string[],
): void {
  const rateOfOurs = new Map(
    results
      .filter(({ system }) => system === entrants[0]?.name)
      .map(({ work, perSecond }) => [work, perSecond]),
  );
  console.table(
    results.map(({ work, system, perSecond, p50, p99, cpuMs, requests, load, wrong }) => ({
      work,
      system,
      'a second': shown(perSecond),
      [`× ${entrants[0]?.name}`]: shown(perSecond / (rateOfOurs.get(work) ?? Number.NaN)),
      'p50 ms': shown(p50),
      'p99 ms': shown(p99),
      'CPU ms': shown(cpuMs),
      requests: shown(requests),
      load: shown(load),
      wrong,
    })),
  );
  for (const { work, system, wrong, firstFault } of results) {
    if (firstFault !== null)
      console.log(`${system}, ${work}: ${wrong} not counted, the first: ${firstFault}`);
  }
  for (const { name, filled, lacks } of entrants) {
    console.log(`${name}: ${filled}\n  does not do: ${lacks.join('; ') || 'nobody has said'}`);
  }
  for (const line of absent) console.log(line);
  for (const { work, system, perSecond, p50, p99, cpuMs, wrong } of results) {
    printLine({ bench: 'compare', work, system, perSecond, p50, p99, cpuMs, wrong });
  }
}

/** Nothing done has no rate. */
const shown = (value: number): number | string =>
  Number.isFinite(value) && value > 0 ? rounded(value) : '–';
