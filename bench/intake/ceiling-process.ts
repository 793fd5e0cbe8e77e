import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '#server/app/actor.ts';
import { connect, connectionsToEmbedded } from '#server/database/connection.ts';
import { registrationOf } from '#server/features/matters/register/register-matter.queries.ts';
import { newMatter } from '#server/features/matters/register/register-matter.ts';
import { type Run, serveCeiling } from '../load/ceiling.ts';
import { load } from '../load/load.ts';
import { openServicesOn } from '../load/open-services-on.ts';
import { registrations } from '../load/registrations.ts';

/**
 * The ceiling: what one Node process can write of the same rows with the same statement, prepared, over as many
 * connections, when it does nothing else.
 */
serveCeiling<{ databaseUrl: string; actor: Actor }>(async ({ databaseUrl, actor }): Promise<Run> => {
  const services = await openServicesOn(connect({ url: databaseUrl, connections: 1 }));
  const clients = await Promise.all(
    Array.from({ length: connectionsToEmbedded }, () => openClient(databaseUrl)),
  );
  const next = registrations(actor.regionCode);

  return async (rows, seconds) => {
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
});

async function openClient(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}
