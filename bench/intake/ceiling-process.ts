import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { loadCityPack } from '#server/adapters/city-pack.ts';
import type { Actor } from '#server/app/actor.ts';
import { readProcessConfig } from '#server/app/config.ts';
import { createServices } from '#server/app/create-services.ts';
import { connect, connectionsToEmbedded } from '#server/database/connection.ts';
import { registrationOf } from '#server/features/matters/register/register-matter.queries.ts';
import { newMatter } from '#server/features/matters/register/register-matter.ts';
import { loadCity } from '#server/features/organisations/public.ts';
import { load } from '../load/load.ts';
import { registrations } from '../load/registrations.ts';

/**
 * The ceiling: what one Node process can write of the same rows with the same statement, prepared, over as many
 * connections, when it does nothing else. Every row is made before the time starts.
 */
export type CeilingQuestion =
  | { readonly databaseUrl: string; readonly actor: Actor }
  | { readonly rows: number; readonly seconds: number };
export type CeilingAnswer = { readonly perSecond: number };

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(0));
process.once('message', async (question: { databaseUrl: string; actor: Actor }) => {
  const run = await openCeiling(question.databaseUrl, question.actor);
  process.on('message', async ({ rows, seconds }: { rows: number; seconds: number }) => {
    process.send?.({ perSecond: await run(rows, seconds) });
  });
  process.send?.({ perSecond: 0 });
});

async function openCeiling(databaseUrl: string, actor: Actor) {
  const read = readProcessConfig();
  if (!read.ok) throw new Error(read.faults.join(' '));
  const { config } = read;
  const database = connect({ url: databaseUrl, connections: 1 });
  const pack = await loadCityPack(join(import.meta.dirname, '../../cities', config.city));
  const services = await createServices({ config, database, pack });
  await loadCity(services);
  const clients = await Promise.all(Array.from({ length: connectionsToEmbedded }, () => openClient(databaseUrl)));
  const next = registrations(actor.regionCode);

  return async (rows: number, seconds: number): Promise<number> => {
    const made = Array.from({ length: rows }, () => {
      const body = next();
      const { matter } = newMatter(services, actor, body, body.parties);
      const idempotency = { key: randomUUID(), bodyHash: createHash('sha256').update(matter.id).digest() };
      return registrationOf(actor, { ...matter, idempotency }).compile(services.db);
    });
    const text = made[0]?.sql ?? '';
    const free = [...clients];
    const write = async (client: pg.Client, values: readonly unknown[]): Promise<void> => {
      await client.query({ name: 'registration', text, values: [...values] });
      free.push(client);
    };
    const { perSecond } = await load(connectionsToEmbedded, seconds, () => {
      const row = made.pop();
      const client = free.pop();
      return row === undefined || client === undefined ? null : write(client, row.parameters);
    });
    return perSecond;
  };
}

async function openClient(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
