import { benchAttacks } from './attacks/attacks.ts';
import { openBoard } from './board/board.ts';
import { benchCompare } from './compare/compare.ts';
import { readOptions } from './compare/options.ts';
import { benchDesk } from './desk/desk.ts';
import { benchExports } from './exports/exports.ts';
import { benchImports } from './imports/imports.ts';
import { type Instance, startInstance } from './instance/start-instance.ts';
import { benchIntake } from './intake/intake.ts';
import { benchLifecycle } from './lifecycle/lifecycle.ts';
import { machine } from './machine.ts';
import { openPortal } from './portal/portal.ts';
import { openQueue } from './queue/queue.ts';
import { openSearch } from './search/search.ts';
import { benchAll } from './sizes/all-areas.ts';
import type { Area } from './sizes/area.ts';
import { benchAtSizes } from './sizes/at-sizes.ts';
import { sizesOfAll, sizesOfOne, takeSizes } from './sizes/sizes.ts';
import { benchTick } from './tick/tick.ts';

type Bench = (instance: Instance, sizes?: number[]) => Promise<void>;

/** Some areas in one city, at two sizes unless told. */
const atSizes =
  (...open: ((instance: Instance) => Area | Promise<Area>)[]): Bench =>
  async (instance, sizes) =>
    benchAtSizes(instance, sizes ?? sizesOfOne, await Promise.all(open.map((one) => one(instance))));

const openOwnPortal = (instance: Instance) => openPortal(instance, instance.staff);

/** `npm run bench`: the whole at three sizes, in one table. `npm run bench -- NAME`: figures of an instance of its own, as a table for people and JSON lines for programs. */
const benches = {
  intake: benchIntake,
  lifecycle: benchLifecycle,
  queue: atSizes(openQueue),
  search: atSizes(openSearch),
  portal: atSizes(openOwnPortal),
  board: atSizes(openBoard),
  reads: atSizes(openQueue, openOwnPortal, openSearch, openBoard),
  tick: benchTick,
  exports: benchExports,
  imports: benchImports,
  attacks: benchAttacks,
  desk: benchDesk,
};
type Name = keyof typeof benches;

const patienceInMs = 1_200_000;
/** Other systems are slower to fill than ours. */
const patienceForComparison = 3 * patienceInMs;
/** A million matters are filled in, and then everything is done once more. */
const patienceForAll = 6 * patienceInMs;
const { rest: asked, sizes } = takeSizes(process.argv.slice(2));
const names = asked.flatMap((name) =>
  name === 'all' ? Object.keys(benches).filter((one) => one !== 'reads') : [name],
);
if (asked.length === 0) await run([(instance) => benchAll(instance, sizes ?? sizesOfAll)], patienceForAll);
else if (asked[0] === 'compare') await runComparison(asked.slice(1));
else if (names.every((name) => name in benches)) {
  await run(
    names.map((name) => benches[name as Name]),
    sizes === undefined ? patienceInMs : patienceForAll,
  );
} else
  leave(
    `Say which: npm run bench -- ${Object.keys(benches).join(' | ')} | all [--sizes 10000,100000]\n` +
      'or nothing for the whole at all sizes, or: compare ADAPTER=URL …',
  );

async function runComparison(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (typeof options === 'string') leave(options);
  else await run([(instance) => benchCompare(instance, options)], patienceForComparison);
}

async function run(chosen: readonly Bench[], patience = patienceInMs): Promise<void> {
  for (const bench of chosen) {
    // Who measures the bounds needs them as they ship.
    const instance = await (bench === benchAttacks
      ? startInstance({ HEJIE_ADDRESS_RATE: '' })
      : startInstance());
    const stopAtOnce = (): void => void instance.stop().finally(() => process.exit(130));
    process.once('SIGINT', stopAtOnce).once('SIGTERM', stopAtOnce);
    console.log(machine(instance.postgres));
    const tooLate = setTimeout(stopAtOnce, patience);
    try {
      await bench(instance, sizes ?? undefined);
    } finally {
      clearTimeout(tooLate);
      process.off('SIGINT', stopAtOnce).off('SIGTERM', stopAtOnce);
      await instance.stop();
    }
  }
}

function leave(line: string): void {
  console.error(line);
  process.exitCode = 1;
}
