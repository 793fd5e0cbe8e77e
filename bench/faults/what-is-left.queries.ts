import pg from 'pg';
import type { Acknowledged } from './insistent-clients.ts';

export type Left = {
  readonly matters: number;
  readonly events: number;
  /** Acknowledged changes of which the database knows nothing. */
  readonly lost: readonly Acknowledged[];
  /** Events recorded before an earlier one of the same matter. */
  readonly outOfOrder: number;
};

/** Past every policy: what stands in the database, beside what was said to be done. */
export async function whatIsLeft(adminUrl: string, acknowledged: readonly Acknowledged[]): Promise<Left> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select (select count(*)::int from hejie.matter) as matters, (select count(*)::int from hejie.event) as events,
         (select count(*)::int from (
           select recorded_at, lag(recorded_at) over (partition by matter_id order by version) as before
           from hejie.event) each where recorded_at < before) as "outOfOrder"`,
    );
    const lost = await client.query(
      `select a.id as "matterId", a.version from unnest($1::uuid[], $2::int[]) as a (id, version)
       where not exists (select from hejie.event e where e.matter_id = a.id and e.version = a.version)
          or not exists (select from hejie.matter m where m.id = a.id and m.version >= a.version)`,
      [acknowledged.map(({ matterId }) => matterId), acknowledged.map(({ version }) => version)],
    );
    return { ...rows[0], lost: lost.rows };
  } finally {
    await client.end();
  }
}

/** Writes into PostgreSQL until it may write no more, and answers what it said; `end` takes it away again. */
export async function fillTable(adminUrl: string, part: 'begin' | 'end'): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('create table if not exists public.ballast (words text)');
    if (part === 'end') await client.query('drop table public.ballast');
    else
      for (let time = 0; time < 50; time += 1)
        await client.query(
          `insert into public.ballast select repeat(gen_random_uuid()::text, 20) from generate_series(1, 20000)`,
        );
    return 'nothing';
  } catch (failure) {
    return (failure as Error).message;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether a standby has to have applied each change before it is answered. */
export async function isInStep(adminUrl: string): Promise<boolean> {
  const server = new URL(adminUrl);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_stat_replication where sync_state = 'sync'`);
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

/** Every process of the server but the one that started them. */
export async function processesOf(adminUrl: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select pid from pg_stat_activity');
    return rows.map(({ pid }) => pid);
  } finally {
    await client.end();
  }
}

/** How many of the jobs given to it the program has done. */
export async function jobsDone(adminUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select count(*)::int as done from jobs.job where name = 'prune' and state = 'completed'`,
    );
    return rows[0].done;
  } finally {
    await client.end();
  }
}
