import { loadavg } from 'node:os';
import { openFiller } from '../fill/fill-matters.ts';
import type { Instance } from '../instance/start-instance.ts';
import { rounded } from '../load/figures.ts';
import { printLine } from '../report.ts';
import type { Area, Row } from './area.ts';
import { type IdleMemory, idleMemory, untilQuiet } from './idle-memory.ts';
import type { Sizes } from './sizes.ts';

/** A larger city may be at most so much slower than the smallest, at its 99th percentile. */
const slowerAtMost = 1.3;

type Measured = Row & { readonly size: number; readonly ratio: number | null };

/**
 * One city, filled up from size to size, and at each of them the same work: a second, p50, p99, and how much slower than at
 * the first. At the end one table.
 */
export async function benchAtSizes(
  instance: Instance,
  sizes: Sizes,
  areas: readonly Area[],
  { withMemory = false } = {},
): Promise<void> {
  const measured: Measured[] = [];
  const memory = new Map<number, IdleMemory>();
  try {
    for (const size of sizes) {
      await fillUpTo(instance, size);
      await untilQuiet(instance);
      for (const area of areas) {
        for (const row of await area.measure()) {
          const first = measured.find(({ bench, name }) => bench === row.bench && name === row.name);
          const ratio = first ? rounded(row.p99 / first.p99) : null;
          measured.push({ ...row, size, ratio });
          printLine({
            ...row,
            size,
            ...(ratio !== null && { ratio, wanted: slowerAtMost }),
            load: loadNow(),
          });
        }
      }
      if (!withMemory) continue;
      const found = await idleMemory(instance);
      memory.set(size, found);
      printLine({ bench: 'idle memory', size, ...found, load: loadNow() });
    }
  } finally {
    for (const area of areas) await area.close();
  }
  console.table(tableOf(measured, sizes));
  if (withMemory) console.table(Object.fromEntries(memory));
}

/** Lets go of the database afterwards, so that nothing of the filling is there while something is measured. */
async function fillUpTo({ environment, staff }: Instance, size: number): Promise<void> {
  const from = performance.now();
  const filler = await openFiller(environment.HEJIE_DATA ?? '', staff.clerk.actor.unitId);
  try {
    await filler.fillUpTo(size);
  } finally {
    await filler.close();
  }
  printLine({ bench: 'fill', size, seconds: rounded((performance.now() - from) / 1000), load: loadNow() });
}

/** A row for each kind of work, its sizes side by side. */
function tableOf(
  measured: readonly Measured[],
  sizes: Sizes,
): Record<string, Record<string, number | string>> {
  const table: Record<string, Record<string, number | string>> = {};
  for (const { bench, name, size, perSecond, p50, p99, cpuMs, ratio, ratioToCeiling } of measured) {
    const of = sizes.length === 1 ? '' : ` ${short(size)}`;
    table[bench === name ? name : `${bench}: ${name}`] = {
      ...table[bench === name ? name : `${bench}: ${name}`],
      [`/s${of}`]: perSecond,
      [`p50${of}`]: p50,
      [`p99${of}`]: p99,
      [`cpu ms${of}`]: cpuMs,
      ...(ratio !== null && { [`×${of}`]: ratio }),
      ...(ratioToCeiling !== undefined && { [`of ceiling${of}`]: ratioToCeiling }),
    };
  }
  return table;
}

function short(size: number): string {
  if (size % 1_000_000 === 0) return `${size / 1_000_000}m`;
  return size % 1000 === 0 ? `${size / 1000}k` : String(size);
}

const loadNow = (): number => rounded(loadavg()[0] ?? Number.NaN);
