import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Config, readProcessConfig } from './app/config.ts';
import { errorInWords, sentenceOf } from './app/describe-error.ts';
import { type Program, startProgram } from './app/start.ts';

// Node would print what was thrown with everything in it, such as the row that a database quotes.
process.on('uncaughtException', (failure) => {
  console.error(`Hejie ended over a fault of its own.\n${errorInWords(failure)}`);
  process.exit(1);
});

/** As sysexits.h has it (EX_CONFIG): to start once more would not help, and deploy/hejie.service does not. */
const wrongConfiguration = 78;

/** `npm start`: builds the desk if its sources changed, starts everything, and says where it is. */
const read = readProcessConfig();
if (read.ok) await run(read.config);
else
  leave(
    ['Hejie cannot start with this configuration:', ...read.faults.map((fault) => `  ${fault}`)],
    wrongConfiguration,
  );

async function run(config: Config): Promise<void> {
  const starting = buildDesk().then(() => startProgram(config, { print: say }));
  stopOnSignal(starting);
  try {
    introduce(await starting, config);
  } catch (failure) {
    leave(['Hejie did not start.', describe(failure as NodeJS.ErrnoException, config)]);
  }
}

async function buildDesk(): Promise<void> {
  const script = join(import.meta.dirname, '../scripts/build-desk.ts');
  const build = spawn(process.execPath, [script], { stdio: 'inherit' });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error('The desk could not be built; the reason stands above.');
}

function introduce({ url, firstAdministratorLink }: Program, config: Config): void {
  say('');
  say(config.mode === 'demo' ? 'Hejie 和解 · demo: invented people, public passwords' : 'Hejie 和解');
  say(`  Desk      ${url}/`);
  say(`  Portal    ${url}/p/`);
  say(`  API       ${url}/api/docs`);
  if (config.mode === 'demo') say(`  Accounts  ${join(config.dataFolder, 'demo-accounts.json')}`);
  if (firstAdministratorLink)
    say(`  First administrator, once, within 24 hours:\n  ${firstAdministratorLink}`);
  say('Ctrl-C stops it.');
}

/** npm passes a Ctrl-C on that the terminal has sent already: repeats within this time are the same one. */
const sameSignalForMs = 1000;

/** The first signal stops in order, a later one at once. */
function stopOnSignal(starting: Promise<Program>): void {
  let stoppingSince: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (stoppingSince !== null) {
        if (performance.now() - stoppingSince > sameSignalForMs) process.exit(1);
        return;
      }
      stoppingSince = performance.now();
      const program = await starting.catch(() => null);
      await program?.stop();
      process.exit(0);
    });
  }
}

function describe(failure: NodeJS.ErrnoException, config: Config): string {
  if (failure.code === 'EADDRINUSE') {
    return `Port ${config.port} is in use by another program. Choose another: PORT=${config.port + 1} npm start`;
  }
  return config.logLevel === 'debug' ? errorInWords(failure) : sentenceOf(failure);
}

function say(line: string): void {
  console.log(line);
}

function leave(lines: string[], exitCode = 1): void {
  console.error(lines.join('\n'));
  process.exitCode = exitCode;
}
