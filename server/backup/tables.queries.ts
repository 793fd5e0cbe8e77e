import type pg from 'pg';

/** A table with its columns in order, both as they are written in SQL. */
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isPartitioned: boolean;
};

const schemas = ['hejie', 'sign_in', 'jobs'] as const;
export const inOurSchemas = `n.nspname in (${schemas.map((name) => `'${name}'`).join(', ')})`;

/**
 * What pg-boss keeps of its own running and makes anew: its version (our migrations write it), the processes at work,
 * its warnings and figures, and what it changes of its own tables. Queues, jobs and timetables come along.
 */
const madeAnew = ['jobs.version', 'jobs.instance', 'jobs.warning', 'jobs.queue_stats', 'jobs.bam'];

/** Every table whose rows are kept, by the catalog: a table of a new migration is among them without a word. */
export async function copyable(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name, c.relkind = 'p' as partitioned,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${inOurSchemas}
    order by n.nspname, c.relname`);
  return rows
    .filter(({ name }) => !madeAnew.includes(name))
    .map(({ name, partitioned, columns }) => ({ name, columns, isPartitioned: partitioned }));
}

export const quoted = (columns: readonly string[]): string =>
  columns.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
