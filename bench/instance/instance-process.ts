import { rm } from 'node:fs/promises';
import { readProcessConfig } from '#server/app/config.ts';
import { startProgram } from '#server/app/start.ts';
import { hireStaff, type Staff } from './staff.ts';

/** What the bench needs to know of the instance. */
export type Told = {
  readonly url: string;
  readonly staff: Staff;
  /** The same at another centre, for what would fill the lists of the first. */
  readonly crew: Staff;
  /** As the program itself connects. */
  readonly databaseUrl: string;
  readonly postgres: string;
  /** The process that serves. */
  readonly pid: number;
};

const read = readProcessConfig();
if (!read.ok) throw new Error(read.faults.join(' '));
const { config } = read;
const starting = startProgram(config, { skipDemo: true });
// A signal reaches the whole group; the bench says when to stop, also by being gone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.on('disconnect', async () => {
  const program = await starting.catch(() => null);
  await program?.stop();
  await rm(config.dataFolder, { recursive: true, force: true });
  process.exit(0);
});

const { services, url } = await starting;
const { rows } = await services.pool.query('show server_version');
const told: Told = {
  url,
  staff: await hireStaff(services),
  crew: await hireStaff(services, '150203'),
  databaseUrl: String(services.pool.options.connectionString),
  postgres: rows[0].server_version,
  pid: process.pid,
};
process.send?.(told);
