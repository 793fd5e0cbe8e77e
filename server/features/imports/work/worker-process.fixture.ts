import { join } from 'node:path';
import { loadCityPack } from '#server/adapters/city-pack.ts';
import { fixedClock } from '#server/adapters/clock.ts';
import { readConfig } from '#server/app/config.ts';
import { createServices } from '#server/app/create-services.ts';
import { connect } from '#server/database/connection.ts';
import { loadCity } from '#server/features/organisations/public.ts';
import { workOnImport } from './work-on-import.ts';

/** What a worker in a process of its own must know, so that it can be killed as a machine kills it. */
export type WorkerOrder = {
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly now: string;
  readonly cityCode: string;
  readonly importId: string;
};

const order = JSON.parse(process.argv[2] ?? '{}') as WorkerOrder;
const read = readConfig({ HEJIE_DATA: order.dataFolder, HEJIE_LOG: 'silent' });
if (!read.ok) throw new Error(read.faults.join(' '));
const database = connect({ url: order.databaseUrl, connections: 3 });
const pack = await loadCityPack(join(import.meta.dirname, '../../../../cities/baotou'));
const made = await createServices({ config: read.config, database, pack });
await loadCity(made);
const began = process.hrtime.bigint();
await workOnImport({ ...made, clock: fixedClock(order.now) }, order);
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
process.send?.({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 });
await made.jobs.close();
await database.close();
