import { sql } from 'kysely';
import type { OrganisationChange } from '#domain/organisations/changes.ts';
import type { Cursor } from '#server/app/cursor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type ChangeRow = {
  readonly id: string;
  /** To the microsecond, as the cursor needs it. */
  readonly at: string;
  readonly type: OrganisationChange;
  readonly subjectId: string;
  readonly actorUserId: string | null;
  readonly actorUnitId: string | null;
  readonly actorRole: string;
  readonly data: Readonly<Record<string, unknown>>;
};

export type ChangeFilter = {
  readonly user: string | null;
  readonly type: OrganisationChange | null;
  readonly fromAt: string | null;
  readonly beforeAt: string | null;
};

/** A page of changes of the organisation, the latest first. */
export async function changePage(
  trx: Trx,
  cityCode: string,
  filter: ChangeFilter,
  after: Cursor | null,
  limit: number,
): Promise<ChangeRow[]> {
  const { user, type, fromAt, beforeAt } = filter;
  const { rows } = await sql<ChangeRow>`
    select e.id, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.type,
      e.subject_id as "subjectId", e.actor_user_id as "actorUserId", e.actor_unit_id as "actorUnitId",
      e.actor_role as "actorRole", e.data
    from hejie.organisation_event e
    where e.city_code = ${cityCode}
      and (${user}::text is null
        or e.actor_user_id = any(array(select id from sign_in."user" where username = lower(${user}) or name = ${user})))
      and (${type}::text is null or e.type = ${type})
      and (${fromAt}::timestamptz is null or e.recorded_at >= ${fromAt}::timestamptz)
      and (${beforeAt}::timestamptz is null or e.recorded_at < ${beforeAt}::timestamptz)
      and (${after?.due ?? null}::timestamptz is null
        or (e.recorded_at, e.id) < (${after?.due ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by e.recorded_at desc, e.id desc limit ${limit}::int`.execute(trx);
  return rows;
}

export type PersonRow = { readonly id: string; readonly name: string; readonly username: string };

export async function peopleByIds(trx: Trx, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  const { rows } = await sql<PersonRow>`
    select id, name, username from sign_in."user" where id = any(${ids}::uuid[])`.execute(trx);
  return new Map(rows.map((row) => [row.id, row]));
}
