import { sql } from 'kysely';
import type { OrganisationChange } from '#domain/organisations/changes.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

/** What changed of the organisation. The facts are ids, days and names of offices; the auditor reads them. */
export type Change = {
  readonly type: OrganisationChange;
  readonly subjectId: string;
  readonly data: Readonly<Record<string, string | number | null>>;
};

export async function insertChange(
  trx: Trx,
  actor: Actor,
  change: Change,
  id: string,
  at: string,
): Promise<void> {
  await sql`
    insert into hejie.organisation_event (city_code, id, type, subject_id, actor_user_id, actor_unit_id, actor_role,
      recorded_at, data)
    values (${actor.cityCode}, ${id}::uuid, ${change.type}, ${change.subjectId}::uuid, ${actor.userId}::uuid,
      ${actor.unitId}::uuid, ${actor.role}, ${at}::timestamptz, ${JSON.stringify(change.data)}::jsonb)`.execute(
    trx,
  );
}

/** Whether this person did one of these to somebody since then. */
export async function hasChanged(
  trx: Trx,
  actor: Actor,
  subjectId: string,
  types: readonly OrganisationChange[],
  since: string,
): Promise<boolean> {
  if (types.length === 0) return false;
  const { rows } = await sql`
    select from hejie.organisation_event
    where city_code = ${actor.cityCode} and subject_id = ${subjectId}::uuid and actor_user_id = ${actor.userId}::uuid
      and type = any(${types}::text[]) and recorded_at >= ${since}::timestamptz limit 1`.execute(trx);
  return rows.length > 0;
}
