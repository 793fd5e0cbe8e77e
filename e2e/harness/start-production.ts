import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#server/app/config.ts';
import { startProgram } from '#server/app/start.ts';
import { startEmbedded } from '#server/database/embedded.ts';
import { prepareDatabase } from '#server/database/prepare.ts';

export type Production = {
  readonly url: string;
  readonly firstAdministratorLink: string;
  /** The program's own time, in milliseconds. */
  now(): number;
  /** Lets the program's clock run so many minutes further ahead. */
  pass(minutes: number): void;
  /** As if everybody had last proved who they are so many minutes ago. */
  ageProofs(minutes: number): Promise<void>;
  stop(): Promise<void>;
};

/** A production on its first start: a database and keys given from outside, nobody in it yet. */
export async function startProduction(): Promise<Production> {
  const folder = join(tmpdir(), `hejie-production-${process.pid}`);
  mkdirSync(folder, { mode: 0o711 });
  const server = await startEmbedded({ dataFolder: folder, log: () => undefined, isThrowaway: true });
  const prepared = await prepareDatabase({ adminUrl: server.adminUrl, appPassword: server.appPassword });
  const port = await freePort();
  const read = readConfig({
    HEJIE_MODE: 'production',
    HEJIE_ORIGIN: `http://localhost:${port}`,
    HEJIE_MASTER_KEY: randomBytes(32).toString('base64'),
    HEJIE_SESSION_SECRET: randomBytes(32).toString('base64'),
    DATABASE_URL: prepared.appUrl,
    DATABASE_ADMIN_URL: prepared.adminUrl,
    PORT: String(port),
    HEJIE_DATA: folder,
    HEJIE_LOG: 'error',
  });
  if (!read.ok) throw new Error(read.faults.join(' '));
  const program = await startProgram(read.config);
  const owner = new pg.Client({ connectionString: prepared.adminUrl });
  await owner.connect();
  const { clock } = program.services;
  const real = clock.now;
  let minutesAhead = 0;
  clock.now = () => real().add({ minutes: minutesAhead });
  return {
    url: program.url,
    firstAdministratorLink: program.firstAdministratorLink ?? '',
    now: () => clock.now().epochMilliseconds,
    pass: (minutes) => {
      minutesAhead += minutes;
    },
    async ageProofs(minutes) {
      const sql = 'update sign_in.session set proved_at = proved_at - make_interval(mins => $1)';
      await owner.query(sql, [minutes]);
      program.services.principals.clear();
    },
    async stop() {
      await owner.end();
      await program.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The origin is part of the configuration, so the port must be known before the program listens. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
