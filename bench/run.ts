import { benchAttacks } from './attacks/attacks.ts';
import { benchExports } from './exports/exports.ts';
import { startInstance } from './instance/start-instance.ts';
import { benchIntake } from './intake/intake.ts';
import { benchLifecycle } from './lifecycle/lifecycle.ts';
import { machine } from './machine.ts';
import { benchPortal } from './portal/portal.ts';
import { benchQueue } from './queue/queue.ts';
import { benchSearch } from './search/search.ts';
import { benchTick } from './tick/tick.ts';

/** `npm run bench -- NAME`: figures of an instance of its own, as a table for people and JSON lines for programs. */
const benches = {
  intake: benchIntake,
  lifecycle: benchLifecycle,
  queue: benchQueue,
  search: benchSearch,
  portal: benchPortal,
  tick: benchTick,
  exports: benchExports,
  attacks: benchAttacks,
};
type Name = keyof typeof benches;

const patienceInMs = 1_200_000;
const names = process.argv.slice(2).flatMap((name) => (name === 'all' ? Object.keys(benches) : [name]));
if (names.length > 0 && names.every((name) => name in benches)) await run(names as Name[]);
else leave(`Say which: npm run bench -- ${Object.keys(benches).join(' | ')} | all`);

async function run(chosen: readonly Name[]): Promise<void> {
  for (const bench of chosen.map((name) => benches[name])) {
    // Who measures the bounds needs them as they ship.
    const instance = await (bench === benchAttacks
      ? startInstance({ HEJIE_ADDRESS_RATE: '' })
      : startInstance());
    const stopAtOnce = (): void => void instance.stop().finally(() => process.exit(130));
    process.once('SIGINT', stopAtOnce).once('SIGTERM', stopAtOnce);
    console.log(machine(instance.postgres));
    const tooLate = setTimeout(stopAtOnce, patienceInMs);
    try {
      await bench(instance);
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
