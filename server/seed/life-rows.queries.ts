import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { reach } from '#server/database/several-hosts.ts';
import { type StampedTable, stamped, unfitting } from './tables.ts';

export type Column = { readonly name: string; readonly type: string };

/** The rows of one table that belong to one matter: its fields as COPY writes them. */
export type TableRows = {
  readonly table: StampedTable;
  readonly columns: readonly Column[];
  readonly rows: string[][];
};

/** Past every policy, as whoever owns everything; every value is written in one way whatever the server is set to. */
export async function enterAsOwner(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ ...reach(adminUrl), application_name: 'hejie seed' });
  client.on('error', () => undefined);
  await client.connect();
  await leaveReferencesUnchecked(client);
  // What is lost with the machine is made again by the same order: nobody was told that it is kept.
  await client.query(`
    set role hejie_owner; set row_security = off; set search_path = pg_catalog; set timezone = 'UTC';
    set datestyle = 'ISO, YMD'; set bytea_output = 'hex'; set statement_timeout = 0; set lock_timeout = 0;
    set idle_in_transaction_session_timeout = 0; set synchronous_commit = off`);
  return client;
}

const seedingLock = 4725_004;

/** Two at a time would write the same matters twice; it ends with the connection. */
export async function becomeTheSeeder(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [seedingLock]);
  return rows[0].taken;
}

/**
 * Rows that refer to each other as those of a life do need not be looked up one by one, which is nearly half of the
 * server's work; a test looks at every reference afterwards. Only a superuser may say so.
 */
async function leaveReferencesUnchecked(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'select rolsuper as is_super from pg_catalog.pg_roles where rolname = current_user',
  );
  if (rows[0].is_super) await client.query('set session_replication_role = replica');
}

/** The tables that name a matter, by the catalogue. */
export async function tablesOfMatters(client: Pick<pg.Client, 'query'>): Promise<string[]> {
  const { rows } = await client.query(`
    select c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'hejie' and c.relkind in ('r', 'p') and not c.relispartition and (c.relname = 'matter' or exists (
      select from pg_catalog.pg_attribute a
      where a.attrelid = c.oid and a.attname = 'matter_id' and not a.attisdropped))
    order by 1`);
  return rows.map(({ name }) => name as string);
}

/** Which of these lives have been lived, and how many steps of each. */
export async function versionsOf(
  client: pg.Client,
  cityCode: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await client.query(
    'select id, version from hejie.matter where city_code = $1 and id = any($2::uuid[])',
    [cityCode, ids],
  );
  return new Map(rows.map(({ id, version }) => [id as string, version as number]));
}

/** Those of the lives that others may live, too: nothing of them hangs on what is of one matter only. */
export async function fittingLives(
  client: pg.Client,
  cityCode: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const apart = unfitting
    .map(
      (table) =>
        `and not exists (select from hejie.${table} x where x.city_code = m.city_code and x.matter_id = m.id)`,
    )
    .join(' ');
  const { rows } = await client.query(
    `select m.id from hejie.matter m
    where m.city_code = $1 and m.id = any($2::uuid[]) and m.merged_into is null ${apart}
      and not exists (select from hejie.event e where e.city_code = m.city_code and e.matter_id = m.id
        and e.type in ('add-paper', 'merge', 'split', 'link', 'unlink'))
      and not exists (select from hejie.message g where g.city_code = m.city_code and g.matter_id = m.id
        and g.state = 'queued')`,
    [cityCode, ids],
  );
  return new Set(rows.map(({ id }) => id as string));
}

/** All that is stored of these matters, by the matter's id. */
export async function readLives(
  client: pg.Client,
  cityCode: string,
  ids: readonly string[],
  columnsOf: TableColumns,
): Promise<Map<string, TableRows[]>> {
  const byMatter = new Map<string, TableRows[]>(ids.map((id) => [id, []]));
  const list = `'{${ids.join(',')}}'::uuid[]`;
  for (const table of stamped) {
    const columns = columnsOf.get(table) ?? [];
    const key = table === 'matter' ? 'id' : 'matter_id';
    const place = columns.findIndex(({ name }) => name === key);
    const stream = client.query(
      copyTo(`copy (select ${namesOf(columns)} from hejie.${table}
        where city_code = '${cityCode}' and ${key} = any(${list})) to stdout`),
    );
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    for (const line of Buffer.concat(pieces).toString('utf8').split('\n')) {
      if (line === '') continue;
      const row = line.split('\t');
      const tables = byMatter.get(row[place] ?? '');
      const last = tables?.at(-1);
      if (last?.table === table) last.rows.push(row);
      else tables?.push({ table, columns, rows: [row] });
    }
  }
  return byMatter;
}

export type TableColumns = ReadonlyMap<StampedTable, readonly Column[]>;

/** What is written into each table; by the catalogue, so that a column of a new migration comes along. */
export async function columnsOfTables(client: pg.Client): Promise<TableColumns> {
  const columns = new Map<StampedTable, Column[]>();
  for (const table of stamped) {
    const { rows } = await client.query(
      `select a.attname::text as name, format_type(a.atttypid, null) as type from pg_attribute a
      where a.attrelid = ('hejie.' || $1)::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum`,
      [table],
    );
    columns.set(table, rows);
  }
  return columns;
}

const namesOf = (columns: readonly Column[]): string => columns.map(({ name }) => `"${name}"`).join(', ');

/** Writes a part of the city, all of it or nothing; `lines` are as COPY reads them. */
export async function writeStamped(
  client: pg.Client,
  columnsOf: TableColumns,
  lines: ReadonlyMap<StampedTable, readonly Buffer[]>,
): Promise<void> {
  await client.query('begin');
  try {
    for (const [table, made] of lines) {
      if (made.length === 0) continue;
      const stream = client.query(
        copyFrom(`copy hejie.${table} (${namesOf(columnsOf.get(table) ?? [])}) from stdin`),
      );
      await new Promise<void>((resolve, reject) => {
        stream.on('error', reject).on('finish', resolve).end(Buffer.concat(made));
      });
    }
    await client.query('commit');
  } catch (failure) {
    await client.query('rollback');
    throw failure;
  }
}

/** How many matters there are that were not stamped, and how many that were, by the part of the city that they belong to. */
export async function countStamped(
  client: pg.Client,
  cityCode: string,
  { mark, digits, part }: { readonly mark: string; readonly digits: number; readonly part: number },
): Promise<{ others: number; byPart: Map<number, number> }> {
  const { rows } = await client.query(
    `select case when id::text like $2 then ('x' || right(id::text, $3))::bit(32)::bigint / $4 end as part, count(*)::int as count
    from hejie.matter where city_code = $1 group by 1`,
    [cityCode, mark, digits, part],
  );
  const byPart = new Map<number, number>();
  let others = 0;
  for (const row of rows) {
    if (row.part === null) others = row.count;
    else byPart.set(Number(row.part), row.count);
  }
  return { others, byPart };
}

/** Grown tables are read by other plans: they are vacuumed and counted anew before anybody works on them. */
export async function settleTables(client: pg.Client): Promise<void> {
  for (const table of stamped) await client.query(`vacuum (analyze) hejie.${table}`);
}
