import type pg from 'pg';
import { features } from '#server/app/features.ts';
import { createApp } from '#server/app/http.ts';
import { type Connection, connect, connectionsToEmbedded } from '#server/database/connection.ts';
import { PreparingClient } from '#server/database/preparing-client.ts';
import type { Staff } from '../instance/staff.ts';
import { type Run, serveCeiling } from '../load/ceiling.ts';
import { load } from '../load/load.ts';
import { openServicesOn } from '../load/open-services-on.ts';
import { injected } from './injected.ts';
import { lives } from './life.ts';
import { againWithOtherIds, type Statement } from './told-again.ts';

/**
 * The ceiling: the statements of a life, those of every transaction and in their order, sent again with other ids by a
 * process that does nothing else, over as many connections. Of what PostgreSQL
 * answers only the number of rows is looked at, which is as it was.
 */
serveCeiling<{ databaseUrl: string; staff: Staff }>(async ({ databaseUrl, staff }): Promise<Run> => {
  const again = await recordLife(databaseUrl, staff);
  const clients = await Promise.all(
    Array.from({ length: connectionsToEmbedded }, async () => {
      const client = new PreparingClient({ connectionString: databaseUrl, pipeline: true });
      await client.connect();
      return client;
    }),
  );

  return async (rows, seconds) => {
    const made = Array.from({ length: rows }, again);
    const free = [...clients];
    const live = async (client: PreparingClient, life: readonly Statement[]): Promise<void> => {
      for (const { text, values, rowCount } of life) {
        const answer = await client.query(text, [...values]);
        if (rowCount !== null && answer.rowCount !== rowCount)
          throw new Error(`${rowCount} rows the first time: ${text}`);
      }
    };
    const liveOnce = async (client: PreparingClient, life: readonly Statement[]): Promise<void> => {
      await live(client, life).catch((failure: Error) => {
        if (!isCodeTaken(failure)) throw failure;
        return live(client, again());
      });
      free.push(client);
    };
    const { perSecond } = await load(connectionsToEmbedded, seconds, () => {
      const life = made.pop();
      const client = free.pop();
      return life === undefined || client === undefined ? null : liveOnce(client, life);
    });
    return perSecond;
  };
});

/** In a city of a million one code in thirty thousand is taken; the program makes another then, too. */
const isCodeTaken = (failure: Error): boolean =>
  'constraint' in failure && failure.constraint === 'matter_code_once';

/** One life lived in this process, over one connection that is listened to. */
async function recordLife(url: string, staff: Staff): Promise<() => readonly Statement[]> {
  const database = connect({ url, connections: 1 });
  const said = listenTo(database);
  const services = await openServicesOn(database);
  const app = await createApp(services, features);
  await app.ready();
  const live = lives(injected(app), staff);
  const recorded = async () => {
    said.length = 0;
    const { code } = await live();
    return { statements: [...said], code };
  };
  // The first reads what is remembered afterwards: who is posted where.
  await recorded();
  const [before, life] = [await recorded(), await recorded()];
  await app.close();
  await services.jobs.close();
  await database.close();
  return againWithOtherIds(life, before.statements);
}

function listenTo({ pool }: Connection): Statement[] {
  const said: Statement[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...all: unknown[]) => Promise<pg.QueryResult> | undefined;
    Object.assign(client, {
      async query(...all: unknown[]): Promise<unknown> {
        const [text, values] = all;
        const answer = query(...all);
        if (typeof text === 'string' && Array.isArray(values)) {
          const statement: Statement = { text, values, rowCount: null };
          said.push(statement);
          statement.rowCount = (await answer)?.rowCount ?? null;
        }
        return answer;
      },
    });
  });
  return said;
}
