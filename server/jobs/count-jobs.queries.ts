import { sql } from 'kysely';
import type { Database } from '#server/database/connection.ts';

export type JobCount = { readonly name: string; readonly state: string; readonly count: number };

/** How much background work waits, is under way, and was given up. */
export async function countJobs(db: Database): Promise<JobCount[]> {
  const { rows } = await sql<JobCount>`
    select name, case when state in ('created', 'retry') then 'waiting' when state = 'active' then 'working'
      else 'failed' end as state, count(*) as count
    from jobs.job
    where state in ('created', 'retry', 'active', 'failed')
    group by 1, 2`.execute(db);
  return rows;
}
