import { readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { isAlive } from '../database/embedded/is-alive.ts';
import { readPostmaster } from '../database/embedded/postmaster.ts';
import { connectOrStart } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { prepareDatabase } from '../database/prepare.ts';

const template = 'hejie_template';
const silent = () => undefined;

/** One real PostgreSQL for the run, whose projects share it; every test file clones the migrated template for itself. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweepKilledRuns();
  const dataFolder = join(tmpdir(), `hejie-test-${process.pid}-run`);
  const settings = { max_connections: 200, shared_buffers: '64MB', autovacuum: 'off' };
  const server = await connectOrStart({ dataFolder, log: silent, settings, isThrowaway: true });
  const { appPassword } = server;
  const prepared = await prepareDatabase({ adminUrl: server.adminUrl, appPassword, database: template });
  await migrate({ adminUrl: prepared.adminUrl });
  project.provide('testServer', { adminUrl: server.adminUrl, appPassword, template });
  return async () => {
    await server.stop();
    const isLast = readPostmaster(join(realpathSync(dataFolder), 'postgres/cluster')) === undefined;
    if (isLast) rmSync(dataFolder, { recursive: true, force: true });
  };
}

/** A run that was killed could not stop its server. */
function sweepKilledRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const run = Number(/^hejie-test-(\d+)-/.exec(name)?.[1]);
    if (!run || isAlive(run)) continue;
    const dataFolder = join(tmpdir(), name);
    const server = readPostmaster(join(dataFolder, 'postgres/cluster'));
    if (server) process.kill(server.pid, 'SIGQUIT');
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
