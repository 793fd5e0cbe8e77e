import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { holdMigrations } from '#server/database/migrate.ts';
import { reach } from '#server/database/several-hosts.ts';
import { isMarked, unfinishedRestore } from '#server/database/unfinished-restore.ts';
import type { AppliedMigration } from './contents.ts';
import { copyable, inOurSchemas, quoted, type Table } from './tables.queries.ts';

/** One moment of the whole database, however much is written meanwhile. */
export type Snapshot = {
  readonly migrations: readonly AppliedMigration[];
  readonly cities: readonly string[];
  readonly postgres: string;
  readonly tables: readonly (Table & { readonly sizeInBytes: number })[];
  copy(table: Table): AsyncIterable<Buffer>;
  /** The addresses of the files that rows of the snapshot name, in order. */
  namedFiles(): AsyncGenerator<string>;
  /** Which of these some row names now, after the snapshot. */
  stillNamed(addresses: readonly string[]): Promise<Set<string>>;
  close(): Promise<void>;
};

/** Rows that name a file of the store for good. What is taken away (exports) is made anew, and may name one that is still to come. */
const namingFiles = ['hejie.paper', 'hejie.portal_upload'];

export async function openSnapshot(adminUrl: string): Promise<Snapshot> {
  const main = await enter(adminUrl);
  const beside = await enter(adminUrl).catch(async (failure: unknown) => {
    await main.end();
    throw failure;
  });
  const leave = async (): Promise<void> => {
    await Promise.all([leaveAtOnce(main), leaveAtOnce(beside)]);
  };
  try {
    const migrations = await begin(main, beside);
    const tables = await sizedTables(main);
    const naming = namingFiles.filter((name) => tables.some((table) => table.name === name));
    const about = await main.query(
      `select current_setting('server_version') as postgres, array(select city_code from hejie.city order by 1) as cities`,
    );
    return {
      migrations,
      tables,
      ...(about.rows[0] as { postgres: string; cities: string[] }),
      async *copy(table) {
        const stream = main.query(
          copyTo(`copy (select ${quoted(table.columns)} from ${table.name}) to stdout`),
        );
        for await (const piece of stream) yield piece as Buffer;
      },
      namedFiles: () => namedFiles(beside, naming),
      async stillNamed(addresses) {
        const now = await enter(adminUrl);
        try {
          const { rows } = await now.query(
            `select address from (${union(naming)}) as n where address = any($1)`,
            [addresses],
          );
          return new Set(rows.map(({ address }) => address as string));
        } finally {
          await now.end();
        }
      },
      close: leave,
    };
  } catch (failure) {
    await leave();
    throw failure;
  }
}

/** As whoever owns everything, with every value written in one way whatever the server is set to. */
export async function enter(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ ...reach(adminUrl), application_name: 'hejie backup' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`
    set role hejie_owner; set row_security = off; set search_path = pg_catalog; set timezone = 'UTC';
    set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1;
    set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`);
  return client;
}

/** A COPY that is stopped half-way would keep the connection's farewell waiting. */
export async function leaveAtOnce(client: pg.Client): Promise<void> {
  const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection;
  const ended = client.end();
  stream.destroy();
  await ended.catch(() => undefined);
}

/** No migration may come between the snapshot and the tables being held, or what is read would be of two forms. */
async function begin(main: pg.Client, beside: pg.Client): Promise<AppliedMigration[]> {
  if (await isMarked(main)) throw new Error(unfinishedRestore);
  const letGo = await holdMigrations(main);
  const { rows: found } = await main.query(
    `select to_regclass('hejie_meta.migration') is not null as is_ours`,
  );
  if (!found[0].is_ours) throw new Error('There is nothing to back up: this database is empty.');
  await main.query('begin transaction isolation level repeatable read, read only');
  const { rows } = await main.query('select pg_export_snapshot() as snapshot');
  await beside.query('begin transaction isolation level repeatable read, read only');
  await beside.query(`set transaction snapshot '${rows[0].snapshot}'`);
  for (const { name } of await copyable(main)) await main.query(`lock table ${name} in access share mode`);
  const applied = await main.query('select number, name, sha256 from hejie_meta.migration order by number');
  await letGo();
  return applied.rows;
}

async function sizedTables(client: pg.Client): Promise<Snapshot['tables']> {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select sum(pg_table_size(t.relid))::float8 from pg_partition_tree(c.oid) as t) as tree, pg_table_size(c.oid)::float8 as own
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${inOurSchemas}`);
  const sizes = new Map(rows.map(({ name, tree, own }) => [name, Number(tree ?? own)]));
  return (await copyable(client)).map((table) => ({ ...table, sizeInBytes: sizes.get(table.name) ?? 0 }));
}

async function* namedFiles(client: pg.Client, naming: readonly string[]): AsyncGenerator<string> {
  if (naming.length === 0) return;
  await client.query(
    `declare named no scroll cursor for select distinct address collate "C" as address from (${union(naming)}) as n order by 1`,
  );
  for (;;) {
    const { rows } = await client.query('fetch 5000 from named');
    if (rows.length === 0) return;
    for (const { address } of rows) yield address as string;
  }
}

const union = (naming: readonly string[]): string =>
  naming.map((name) => `select address from ${name} where address is not null`).join(' union all ');
