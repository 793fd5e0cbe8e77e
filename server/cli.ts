import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { type Config, readProcessConfig } from './app/config.ts';
import { openServices } from './app/open-services.ts';
import type { Services } from './app/services.ts';
import { importMattersCommand } from './commands/import-matters.ts';
import { prepareDemoAccounts } from './demo/seed.ts';

/** `npx hejie COMMAND`: what an operator does beside the desk, on the same database. */
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
const hejie = new Command('hejie')
  .description(
    'Hejie 和解: commands for those who run it. HEJIE_DATA, DATABASE_URL and the rest are as for npm start.',
  )
  .version(version)
  .showHelpAfterError();

hejie
  .command('migrate')
  .description('bring the database up to date, and the city pack into it')
  .action(() => run(async () => say('The database is up to date.')));

hejie
  .command('import')
  .description('bring in what another system has')
  .command('matters')
  .description('bring a table in as closed history; a row is known by its number and comes in once')
  .argument('<file>', 'a CSV file: UTF-8 or GB18030')
  .requiredOption('--map <map.json>', 'which column means what; see cities/README.md')
  .option('--live', 'register the rows as new matters of today instead')
  .option('--errors <file>', 'where refused rows and their reasons are written')
  .action((file: string, { map, live, errors }: { map: string; live?: boolean; errors?: string }) =>
    run(async (services) => {
      const isLive = live ?? false;
      // New matters need somebody who registers them; a demo that never ran has nobody yet.
      if (isLive && services.config.mode === 'demo') await prepareDemoAccounts(services);
      const terminal = { isTerminal: process.stderr.isTTY ?? false, print: say };
      await importMattersCommand(services, { file, map, isLive, errors }, terminal);
    }),
  );

let isStopping = false;
await hejie.parseAsync();

/** Opens what the command works on, and closes it whatever happens. */
async function run(work: (services: Services) => Promise<void>): Promise<void> {
  const read = readProcessConfig();
  if (!read.ok)
    return leave(['Hejie cannot work with this configuration:', ...read.faults.map((fault) => `  ${fault}`)]);
  try {
    const { services, close } = await openServices(read.config, {
      part: 'guest',
      print: (line) => console.error(line),
    });
    closeOnSignal(close);
    try {
      await work(services);
    } finally {
      await close();
    }
  } catch (failure) {
    if (!isStopping) leave([describe(failure as NodeJS.ErrnoException, read.config)]);
  }
}

/** A command that is stopped leaves no database running that it started. What it has not written yet, it writes next time. */
function closeOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, async () => {
      isStopping = true;
      await close().catch(() => undefined);
      process.exit(130);
    });
  }
}

function describe(failure: NodeJS.ErrnoException, config: Config): string {
  if (config.logLevel === 'debug') return String(failure.stack);
  if (failure.code === 'ENOENT' && failure.path) return `There is no file ${failure.path}.`;
  if (failure.code === 'EISDIR') return 'That is a folder, not a file.';
  if (failure.code === 'EACCES' && failure.path)
    return `The file ${failure.path} may not be read or written.`;
  return failure.message;
}

function say(line: string): void {
  console.log(line);
}

function leave(lines: string[]): void {
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
