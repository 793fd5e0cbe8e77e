import { sql } from 'kysely';
import type { Connection } from '#server/database/connection.ts';

/**
 * Tables that are as large as the offices themselves and grow with nothing else: rules, units, people and what they keep.
 * Every other table grows with the years and is never read whole; a new one does so until it stands here.
 */
export const boundedTables = [
  'hejie.absence',
  'hejie.api_token',
  'hejie.calendar_version',
  'hejie.city',
  'hejie.level_follow',
  'hejie.level_version',
  'hejie.macro',
  'hejie.posting',
  'hejie.procedure_version',
  'hejie.region',
  'hejie.saved_view',
  'hejie.unit',
  'sign_in.account',
  'sign_in.first_administrator_link',
  'sign_in.passkey',
  'sign_in.recovery_code',
  'sign_in.totp',
  'sign_in.user',
] as const;

export type GrowingTable = { readonly name: string; readonly rows: number };

type Column = { readonly name: string; readonly type: string; readonly isTold: boolean };
type Found = { readonly name: string; readonly columns: readonly Column[] };

const timesOver = 150;
/** Below this a table is so small that the planner has no reason to look anything up in it. */
const rowsAtLeast = 3_000;
/** Read whole by nobody, written by everybody: the longest of all. */
const longest = { name: 'hejie.access_log', times: 6 };

/**
 * Lives the city many times over beside itself: each row of a growing table again, with other ids, at other offices and
 * other places and
 * earlier, in the same city. Answers with the tables as they then are.
 */
export async function growCity({ db }: Connection): Promise<GrowingTable[]> {
  const tables = await growingTables(db);
  const grown: GrowingTable[] = [];
  await db.connection().execute(async (one) => {
    // Nobody else is at those offices: a foreign key would have nothing to point at.
    await sql`set session_replication_role = replica`.execute(one);
    for (const { name, columns } of tables) {
      const before = await rowsIn(one, name);
      const usual = Math.max(timesOver, Math.ceil(rowsAtLeast / Math.max(before, 1)));
      const times = name === longest.name ? usual * longest.times : usual;
      await sql`
        insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column.name)))})
        select ${sql.join(columns.map(another))}
        from ${sql.table(name)} t cross join generate_series(1, ${sql.lit(times)}) n on conflict do nothing`.execute(
        one,
      );
      const rows = await rowsIn(one, name);
      if (rows !== before * (times + 1))
        throw new Error(`${name} has ${rows} rows after ${before}, grown ${times} times`);
      grown.push({ name, rows });
    }
    await sql`set session_replication_role = origin`.execute(one);
  });
  await sql`vacuum (analyze)`.execute(db);
  return grown;
}

/** What stands in a column of the copy: ids of every kind become others, in the same way everywhere. */
function another({ name, type, isTold }: Column) {
  const column = sql.ref(`t.${name}`);
  if (name === 'city_code') return column;
  if (type === 'uuid') return sql`md5(${column}::text || n)::uuid`;
  if (type === 'uuid[]') return sql`array(select md5(k::text || n)::uuid from unnest(${column}) k)`;
  // The unit that takes part stands in a search key.
  if (type === 'text[]')
    return sql`array(select case when k ~ '[0-9a-f]{8}-[0-9a-f]{4}-' then k || n else k end from unnest(${column}) k)`;
  // Weeks before, so that what is read by time has a past.
  if (type === 'timestamp with time zone') return sql`${column} - n * interval '7 days'`;
  if (isTold && type === 'text') return sql`'9' || n || ${column}`;
  if (isTold && type === 'bytea') return sql`sha256(${column} || n::text::bytea)`;
  return column;
}

async function rowsIn(db: Connection['db'], name: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Of a column is told whether it refers to something or takes part in what must be there once only. */
async function growingTables(db: Connection['db']): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select c.oid::regclass::text as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
      'isTold', exists (select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey))
        or exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey)
          and not exists (select from pg_attribute k where k.attrelid = c.oid and k.attnum = any(i.indkey)
            and k.atttypid = 'uuid'::regtype)))) as columns
    from pg_class c join pg_namespace s on s.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where s.nspname in ('hejie', 'sign_in') and c.relkind in ('r', 'p')
    group by c.oid order by 1`.execute(db);
  const unknown = boundedTables.filter((name) => !rows.some((row) => plain(row.name) === name));
  if (unknown.length > 0) throw new Error(`there is no ${unknown.join(', ')}`);
  return rows.filter(({ name }) => !boundedTables.some((bounded) => bounded === plain(name)));
}

export const plain = (name: string): string => name.replaceAll('"', '');
