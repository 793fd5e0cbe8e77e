import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type CityPack, loadCityPack } from '#server/adapters/city-pack.ts';
import { fixedClock, type SettableClock } from '#server/adapters/clock.ts';
import { type Config, readConfig } from '#server/app/config.ts';
import { createServices } from '#server/app/create-services.ts';
import { features } from '#server/app/features.ts';
import { createApp, type Feature } from '#server/app/http.ts';
import type { Log } from '#server/app/log.ts';
import type { Services } from '#server/app/services.ts';
import { type Connection, connect } from '#server/database/connection.ts';
import { createTestDatabase } from '#server/database/testing.ts';
import { loadCity } from '#server/features/organisations/public.ts';

export type TestProgram = {
  services: Services & { clock: SettableClock };
  app: FastifyInstance;
  /** Past every policy: to arrange what a test needs and to look at what was written. */
  admin: Connection;
  stop(): Promise<void>;
};

type TestOptions = {
  /** All of them unless told. */
  features?: readonly Feature[];
  config?: Partial<Config>;
  log?: Log;
  /** The instant at which the clock stands: a Monday morning in Baotou unless told. */
  now?: string;
};

let pack: Promise<CityPack> | undefined;
const cityFolder = join(import.meta.dirname, '../../cities/baotou');

/** The whole program with the city of Baotou on a database of its own, answering injected requests; it does not listen. */
export async function createTestProgram(options: TestOptions = {}): Promise<TestProgram> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hejie-program-'));
  const testDatabase = await createTestDatabase();
  const database = connect({ url: testDatabase.appUrl, connections: 8 });
  const admin = connect({ url: testDatabase.adminUrl, connections: 2 });
  const config = { ...demoConfig(dataFolder), ...options.config };
  pack ??= loadCityPack(cityFolder);
  const made = await createServices({ config, database, pack: await pack, log: options.log });
  const services = { ...made, clock: fixedClock(options.now ?? '2026-03-02T01:00:00Z') };
  await loadCity(services);
  const app = await createApp(services, options.features ?? features);
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
      await testDatabase.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

function demoConfig(dataFolder: string): Config {
  const read = readConfig({ HEJIE_DATA: dataFolder, HEJIE_LOG: 'silent', HEJIE_ADDRESS_RATE: '0' });
  if (!read.ok) throw new Error(read.faults.join(' '));
  return read.config;
}
