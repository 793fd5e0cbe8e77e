import { type Filler, openFiller } from '../fill/fill-matters.ts';
import type { Instance } from '../instance/start-instance.ts';
import { printLine } from '../report.ts';
import { median, quantile, rounded } from './figures.ts';
import { load } from './load.ts';

/** What a city and a large one hold; the larger may be at most this much slower, at its 99th percentile. */
export const sizes = [10_000, 100_000] as const;
export const slowerAtMost = 1.3;

const lanes = 4;
const rounds = 3;
const seconds = 4;

export type Work = { readonly name: string; readonly run: () => Promise<unknown> };

/** The same work at both sizes: a second, p50, p99, and how much slower the larger is. */
export async function benchAtTwoSizes(
  bench: string,
  instance: Instance,
  prepare: () => Promise<readonly Work[]>,
): Promise<void> {
  const filler: Filler = await openFiller(
    instance.environment.HEJIE_DATA ?? '',
    instance.staff.clerk.actor.unitId,
  );
  const p99Of = new Map<string, number[]>();
  const table: Record<string, Record<string, number>> = {};
  try {
    for (const size of sizes) {
      await filler.fillUpTo(size);
      for (const { name, run } of await prepare()) {
        await load(lanes, 2, run);
        const done: { perSecond: number; p50: number; p99: number }[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const { perSecond, latenciesInMs } = await load(lanes, seconds, run);
          done.push({ perSecond, p50: median(latenciesInMs), p99: quantile(latenciesInMs, 0.99) });
        }
        const of = (figure: 'perSecond' | 'p50' | 'p99') =>
          rounded(median(done.map((round) => round[figure])));
        const result = { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') };
        p99Of.set(name, [...(p99Of.get(name) ?? []), result.p99]);
        table[`${name}, ${size}`] = result;
        printLine({ bench, name, size, ...result });
      }
    }
  } finally {
    await filler.close();
  }
  console.table(table);
  for (const [name, [small = Number.NaN, large = Number.NaN]] of p99Of) {
    printLine({ bench, name, ratio: rounded(large / small), wanted: slowerAtMost });
  }
}
