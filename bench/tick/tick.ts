import { tickLevels } from '#server/features/matters/public.ts';
import { type Instance, startInstance } from '../instance/start-instance.ts';
import { median, quantile, rounded } from '../load/figures.ts';
import { printLine } from '../report.ts';
import { openTickingCity, type TickingCity } from './ticking-city.ts';

const [small, large] = [10_000, 1_000_000];
const changes = 100;
const slowerAtMost = 1.5;
const roundsToWarmUp = 5;
const rounds = 40;

/**
 * A tick with a hundred changes of colour, in a city with ten thousand open matters and in one with a million. The two
 * take turns, so that whatever else the machine does falls on both.
 */
export async function benchTick(instance: Instance): Promise<void> {
  const other = await startInstance();
  const cities: TickingCity[] = [];
  try {
    cities.push(await openTickingCity(instance, small), await openTickingCity(other, large));
    const took = cities.map((): number[] => []);
    for (let round = 0; round < roundsToWarmUp + rounds; round += 1) {
      for (const [index, city] of cities.entries()) {
        const inMs = await measure(city, round);
        if (round >= roundsToWarmUp) took[index]?.push(inMs);
      }
    }
    report(took);
  } finally {
    for (const city of cities) await city.close();
    await other.stop();
  }
}

/** How long the tick takes; it must have told of each change to the handler and to the supervisors, and leave none. */
async function measure(city: TickingCity, round: number): Promise<number> {
  await city.bringAbout(changes, round);
  const before = await city.standing();
  const start = performance.now();
  await tickLevels(city.services, { cityCode: city.services.pack.city.code });
  const took = performance.now() - start;
  const after = await city.standing();
  const notices = after.notices - before.notices;
  if (before.due !== changes || after.due !== 0 || notices !== 2 * changes)
    throw new Error(`${before.due} were due, ${after.due} are left, ${notices} notices were written`);
  return took;
}

function report(took: readonly (readonly number[])[]): void {
  const results = took.map((times, index) => ({
    size: index === 0 ? small : large,
    p50: rounded(median(times)),
    p90: rounded(quantile(times, 0.9)),
  }));
  for (const result of results) printLine({ bench: 'tick', name: `${changes} changes`, rounds, ...result });
  console.table(Object.fromEntries(results.map(({ size, p50, p90 }) => [`${size} open`, { p50, p90 }])));
  const [one = Number.NaN, million = Number.NaN] = took.map(median);
  printLine({ bench: 'tick', ratio: rounded(million / one), wanted: slowerAtMost });
}
