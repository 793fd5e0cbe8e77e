import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';
import type { ClockRow } from '../clocks/clock-row.ts';

/** The next matters by key of which a limit that runs rests on a calendar to come. */
export async function provisionalMatters(
  trx: Trx,
  cityCode: string,
  after: string | null,
  atMost: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select hejie.provisional_matters(${cityCode}, ${after}::uuid, ${atMost}::int) as id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Waits for whoever takes a step on it, and keeps others waiting until the transaction ends. */
export async function lockForRecount(trx: Trx, cityCode: string, matterId: string): Promise<void> {
  await sql`select hejie.lock_matter(${cityCode}, ${matterId}::uuid)`.execute(trx);
}

/** What a running limit is counted from, and its day. */
export type CountedRow = Pick<
  ClockRow,
  | 'id'
  | 'startedOn'
  | 'count'
  | 'unit'
  | 'counting'
  | 'pauses'
  | 'extensions'
  | 'dueOn'
  | 'isProvisional'
  | 'owedBy'
  | 'taskId'
>;

export async function countedClocks(trx: Trx, cityCode: string, matterId: string): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    select id, started_on as "startedOn", limit_count as count, limit_unit as unit, counting, pauses, extensions,
      due_on as "dueOn", is_provisional as "isProvisional", owed_by as "owedBy", task_id as "taskId"
    from hejie.counted_clocks(${cityCode}, ${matterId}::uuid)`.execute(trx);
  return rows;
}

export type Recount = {
  readonly matterId: string;
  readonly version: number;
  readonly dueOn: string | null;
  readonly dueFrom: string | null;
  readonly nextLevelOn: string | null;
  readonly changed: readonly CountedRow[];
  readonly event: { readonly id: string; readonly at: string; readonly data: unknown };
};

/** The limits, the matter's day and the event, in one statement. */
export async function writeRecount(trx: Trx, cityCode: string, r: Recount): Promise<void> {
  await sql`
    select hejie.write_recount(${cityCode}, ${r.matterId}::uuid, ${r.version}::int, ${r.dueOn}::date, ${r.dueFrom}::date,
      ${r.nextLevelOn}::date, ${r.changed.map(({ id }) => id)}::uuid[], ${r.changed.map(({ dueOn }) => dueOn)}::date[],
      ${r.changed.map(({ isProvisional }) => isProvisional)}::boolean[], ${r.event.id}::uuid,
      ${r.event.at}::timestamptz, ${JSON.stringify(r.event.data)}::jsonb)`.execute(trx);
}
