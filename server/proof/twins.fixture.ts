import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { loadCityPack } from '#server/adapters/city-pack.ts';
import { fixedClock } from '#server/adapters/clock.ts';
import { createServices } from '#server/app/create-services.ts';
import { features } from '#server/app/features.ts';
import { createApp } from '#server/app/http.ts';
import { connect } from '#server/database/connection.ts';
import { asApp, withDatabase } from '#server/database/prepare.ts';
import { loadCity } from '#server/features/organisations/public.ts';
import type { TestProgram } from '#server/testing/test-program.ts';

/** A second program on a copy of the first one's database: the same rows, keys, clock and city to the last byte. */
export async function twinOf(program: TestProgram): Promise<TestProgram> {
  const { adminUrl: serverUrl, appPassword } = inject('testServer');
  const original = (await sql<{ name: string }>`select current_database() as name`.execute(program.admin.db))
    .rows[0]?.name;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  // A database is copied only while nobody is connected to it; the pools open new connections by themselves.
  await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [original]);
  await server.query(`create database ${name} template ${original} strategy file_copy`);
  const adminUrl = withDatabase(serverUrl, name);
  const database = connect({ url: asApp(adminUrl, appPassword), connections: 8 });
  const admin = connect({ url: adminUrl, connections: 2 });
  const { config, clock } = program.services;
  const pack = await loadCityPack(join(import.meta.dirname, '../../cities/baotou'));
  const made = await createServices({ config, database, pack, log: program.services.log });
  const services = { ...made, clock: fixedClock(clock.now()) };
  await loadCity(services);
  const app = await createApp(services, features);
  await app.ready();
  return {
    services,
    app,
    admin,
    async stop() {
      await app.close();
      await services.jobs.close();
      await database.close();
      await admin.close();
      await server.query(`drop database if exists ${name} with (force)`);
      await server.end();
    },
  };
}

/** From now on this program makes the same ids in the same order as any other that was told so. */
export function numberIds({ services }: Pick<TestProgram, 'services'>, series: string): void {
  let count = 0;
  const newId = (): string => {
    count += 1;
    return `01a${series}-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
  Object.assign(services, { newId });
}

/** The statements that a piece of work sends to the server, whatever connection they take. */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ made: T; statements: string[] }> {
  const { prototype } = pg.Client;
  const { query } = prototype;
  const statements: string[] = [];
  // biome-ignore lint/suspicious/noExplicitAny: pg declares eight overloads; all pass through unchanged.
  prototype.query = function watched(this: pg.Client, config: any, ...rest: any[]): any {
    statements.push(typeof config === 'string' ? config : String(config?.text ?? config));
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    return (query as any).call(this, config, ...rest);
  } as typeof query;
  try {
    return { made: await work(), statements };
  } finally {
    prototype.query = query;
  }
}
