import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { type Config, readProcessConfig } from './app/config.ts';
import { errorInWords, sentenceOf } from './app/describe-error.ts';
import type { Services } from './app/services.ts';
import type { BackupTerminal } from './commands/backup.ts';
import type { ClockOptions } from './commands/clock-options.ts';
import type { ReplayCommand } from './commands/replay.ts';

/** `npx hejie COMMAND`: what an operator does beside the desk, on the same database. What a command needs it loads itself. */
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
  .argument('<file>', 'a ledger: XLSX, or CSV in UTF-8 or GB18030')
  .requiredOption('--map <map.json>', 'which column means what; see cities/README.md')
  .option('--live', 'register the rows as new matters of today instead')
  .option('--errors <file>', 'where refused rows and their reasons are written')
  .action((file: string, { map, live, errors }: { map: string; live?: boolean; errors?: string }) =>
    run(async (services) => {
      const isLive = live ?? false;
      const { importMattersCommand } = await import('./commands/import-matters.ts');
      const { prepareDemoAccounts } = await import('./demo/seed.ts');
      // New matters need somebody who registers them; a demo that never ran has nobody yet.
      if (isLive && services.config.mode === 'demo') await prepareDemoAccounts(services);
      const terminal = { isTerminal: process.stderr.isTTY ?? false, print: say };
      await importMattersCommand(services, { file, map, isLive, errors }, terminal);
    }),
  );

hejie
  .command('clock')
  .description('when a limit of a procedure ends, under which law, and why that day; needs no database')
  .option('--list', 'every limit of every procedure in force today')
  .option('--procedure <key>', 'such as petition-handling')
  .option('--clock <name>', 'which of its limits; its main one (decide, settle) unless named')
  .option('--from <day>', 'the day on which the limit starts, such as 2026-09-25')
  .option(
    '--pause <days>',
    'A..B: the limit stands still from A on and runs again on B; A.. still stands; may be repeated',
    collected,
  )
  .option(
    '--extend <days>',
    'by how much it is extended, in days as the law counts them; may be repeated',
    collected,
  )
  .option('--at <day>', 'the day on which one looks at it; today unless named')
  .action(tellClock);

hejie
  .command('replay')
  .description(
    'reckon every clock again from the events and compare it with what is stored; fails where they differ',
  )
  .option('--all', 'every matter of the city')
  .option('--matter <code>', 'only this one')
  .option('--after <id>', 'go on after the matter with this id, where an earlier replay was stopped')
  .action((options: ReplayCommand) =>
    run(async (services) => {
      const { replayCommand } = await import('./commands/replay.ts');
      const isTerminal = process.stderr.isTTY ?? false;
      const tell = (line: string): void => console.error(line);
      if (!(await replayCommand(services, options, { isTerminal, print: say, tell }))) process.exitCode = 1;
    }),
  );

hejie
  .command('seed')
  .description(
    'fill a demo with lawful invented histories, to try it at a size; run again, it goes on from where it was',
  )
  .requiredOption(
    '--matters <count>',
    'how many matters the city is to have, those that are there among them',
  )
  .action(({ matters }: { matters: string }) =>
    run(async (services) => {
      const { seedCommand } = await import('./commands/seed.ts');
      const { openAsItIs } = await import('./database/open-database.ts');
      const { database: where, dataFolder } = services.config;
      const tell = (line: string): void => console.error(line);
      const admin = await openAsItIs({ where, dataFolder, print: tell });
      try {
        const isTerminal = process.stderr.isTTY ?? false;
        await seedCommand(services, { matters, adminUrl: admin.adminUrl }, { isTerminal, print: say, tell });
      } finally {
        await admin.stop();
      }
    }),
  );

hejie
  .command('backup')
  .description('everything of one moment (database and files) into one sealed file, while the program serves')
  .argument('<file>', 'where to; it opens with the master key only, which is not in it')
  .option('--verify', 'write nothing: read the file that is there to its end and say whether it is sound')
  .action((file: string, { verify = false }: { verify?: boolean }) =>
    withConfig(async (config, terminal) => {
      const { backupCommand } = await import('./commands/backup.ts');
      const order = { file, verify, version, now: new Date().toISOString() };
      if (!(await backupCommand(config, order, terminal))) process.exitCode = 1;
    }),
  );

hejie
  .command('restore')
  .description('make of a backup the instance that it was made of, in an empty data folder or database')
  .argument('<file>', 'the backup, of this version of Hejie or an older one')
  .action((file: string) =>
    withConfig(async (config, terminal) => {
      const { restoreCommand } = await import('./commands/restore.ts');
      await restoreCommand(config, file, terminal);
    }),
  );

let isStopping = false;
// Node would print what was thrown with everything in it, such as the row that a database quotes.
process.on('uncaughtException', (failure) => {
  leave([errorInWords(failure)]);
  process.exit();
});
await hejie.parseAsync();

/** Opens what the command works on, and closes it whatever happens. */
async function run(work: (services: Services) => Promise<void>): Promise<void> {
  const read = readProcessConfig();
  if (!read.ok)
    return leave(['Hejie cannot work with this configuration:', ...read.faults.map((fault) => `  ${fault}`)]);
  try {
    const { openServices } = await import('./app/open-services.ts');
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

/** For what must not open, migrate or load anything by itself; a signal lets it end in order. */
async function withConfig(
  command: (config: Config, terminal: BackupTerminal) => Promise<void>,
): Promise<void> {
  const read = readProcessConfig();
  if (!read.ok)
    return leave(['Hejie cannot work with this configuration:', ...read.faults.map((fault) => `  ${fault}`)]);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stopping.abort(signal));
  try {
    await command(read.config, {
      isTerminal: process.stderr.isTTY ?? false,
      print: say,
      tell: (line) => console.error(line),
      signal: stopping.signal,
    });
  } catch (failure) {
    if (!stopping.signal.aborted) return leave([describe(failure as NodeJS.ErrnoException, read.config)]);
    process.exitCode = 130;
  }
}

/** Reads nothing but the city's pack, so that it answers at once, beside a running program as well. */
async function tellClock(options: ClockOptions): Promise<void> {
  const read = readProcessConfig();
  if (!read.ok) return leave(read.faults);
  const { loadCityPack } = await import('./adapters/city-pack.ts');
  const { systemClock } = await import('./adapters/clock.ts');
  const { legalDay } = await import('#domain/roadmap/legal-day.ts');
  const { clockCommand } = await import('./commands/clock.ts');
  try {
    const pack = await loadCityPack(join(import.meta.dirname, '../cities', read.config.city));
    const told = clockCommand(pack, options, legalDay(systemClock.now(), pack.city.zone));
    if (told.ok) say(JSON.stringify(told.answer, null, 2));
    else leave([told.sentence]);
  } catch (failure) {
    leave([describe(failure as NodeJS.ErrnoException, read.config)]);
  }
}

function collected(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
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
  if (config.logLevel === 'debug') return errorInWords(failure);
  if (failure.code === 'ENOENT' && failure.path) return `There is no file ${failure.path}.`;
  if (failure.code === 'EISDIR') return 'That is a folder, not a file.';
  if (failure.code === 'EACCES' && failure.path)
    return `The file ${failure.path} may not be read or written.`;
  return sentenceOf(failure);
}

function say(line: string): void {
  console.log(line);
}

function leave(lines: string[]): void {
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
