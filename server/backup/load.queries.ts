import type { Writable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { copyable, inOurSchemas, quoted, type Table } from './tables.queries.ts';

const restoringLock = 4725_003;
const ours = ['hejie', 'sign_in', 'jobs', 'hejie_meta'];

/** One restore into a database at a time; it ends with the connection. */
export async function becomeTheRestore(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [restoringLock]);
  return rows[0].taken;
}

export async function hasSchemas(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = any($1)', [ours]);
  return (rowCount ?? 0) > 0;
}

export async function dropSchemas(client: pg.Client): Promise<void> {
  for (const name of ours) await client.query(`drop schema if exists ${name} cascade`);
}

export type Loading = {
  /** Takes the rows of a table as COPY wrote them. */
  into(name: string, columns: readonly string[]): Writable & { rowCount: number };
  /** Builds indexes, checks every reference, and keeps all or nothing. */
  finish(): Promise<void>;
};

/**
 * Everything in one transaction, into tables that it empties itself: then rows may be written as old ones at once
 * (`freeze`). References and the indexes that hold nothing together are set aside meanwhile: built in the end, over
 * all rows, they take a fraction of the time, and tables may come in any order.
 */
export async function beginLoading(client: pg.Client): Promise<Loading> {
  const tables = new Map((await copyable(client)).map((table) => [table.name, table]));
  await client.query('begin');
  const putBack = await setAside(client);
  await client.query(`truncate ${[...tables.keys()].join(', ')}`);
  return {
    into(name, columns) {
      const table = tables.get(name);
      if (table === undefined || quoted(table.columns) !== quoted(columns))
        throw new Error(`The table ${name} of the backup is none of its own version's.`);
      tables.delete(name);
      return client.query(copyFrom(copyOrder(table)));
    },
    async finish() {
      if (tables.size > 0) throw new Error(`The backup has no rows of ${[...tables.keys()].join(', ')}.`);
      for (const order of putBack) await client.query(order);
      await client.query('commit');
    },
  };
}

/** A partitioned table takes no frozen rows. */
function copyOrder({ name, columns, isPartitioned }: Table): string {
  return `copy ${name} (${quoted(columns)}) from stdin${isPartitioned ? '' : ' (freeze)'}`;
}

/** So that the first queries are planned as well as later ones. */
export async function countAnew(client: pg.Client): Promise<void> {
  for (const { name } of await copyable(client)) await client.query(`analyze ${name}`);
}

/** Answers with the orders that bring back what it takes away, in the order in which it once was made. */
async function setAside(client: pg.Client): Promise<string[]> {
  const references = await client.query(`
    select format('alter table %I.%I', n.nspname, c.relname) as on_table, format('%I', k.conname) as name,
      pg_get_constraintdef(k.oid) as form
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${inOurSchemas} order by k.oid`);
  const indexes = await client.query(`
    select format('%I.%I', n.nspname, x.relname) as name, pg_get_indexdef(i.indexrelid) as form
    from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
      join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and not c.relispartition and ${inOurSchemas}
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by i.indexrelid`);
  for (const { on_table, name } of references.rows) await client.query(`${on_table} drop constraint ${name}`);
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
  return [
    ...indexes.rows.map(({ form }) => form as string),
    ...references.rows.map(({ on_table, name, form }) => `${on_table} add constraint ${name} ${form}`),
  ];
}
