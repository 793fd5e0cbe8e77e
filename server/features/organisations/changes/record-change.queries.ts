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
