import { startInstance } from './instance/start-instance.ts';
import { benchIntake } from './intake/intake.ts';
import { benchLifecycle } from './lifecycle/lifecycle.ts';
import { machine } from './machine.ts';

/** `npm run bench -- NAME`: figures of an instance of its own, as a table for people and JSON lines for programs. */
const benches = { intake: [benchIntake], lifecycle: [benchLifecycle], all: [benchIntake, benchLifecycle] };
const patienceInMs = 170_000;
const [name = ''] = process.argv.slice(2);
if (name in benches) await run(name as keyof typeof benches);
else leave(`Say which: npm run bench -- ${Object.keys(benches).join(' | ')}`);

async function run(chosen: keyof typeof benches): Promise<void> {
  for (const bench of benches[chosen]) {
    const instance = await startInstance();
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
