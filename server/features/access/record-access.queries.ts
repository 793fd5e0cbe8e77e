import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

type AccessEvent = {
  readonly cityCode: string;
  readonly id: string;
  readonly type: string;
  readonly subjectId: string;
  readonly actorUserId: string | null;
  readonly actorUnitId: string | null;
  readonly actorRole: string;
  readonly at: string;
  readonly data: object;
};

export async function insertAccessEvent(trx: Trx, event: AccessEvent): Promise<void> {
  await sql`
    insert into hejie.organisation_event (city_code, id, type, subject_id, actor_user_id, actor_unit_id, actor_role,
      recorded_at, data)
    values (${event.cityCode}, ${event.id}::uuid, ${event.type}, ${event.subjectId}::uuid, ${event.actorUserId}::uuid,
      ${event.actorUnitId}::uuid, ${event.actorRole}, ${event.at}::timestamptz, ${JSON.stringify(event.data)}::jsonb)`.execute(
    trx,
  );
}
