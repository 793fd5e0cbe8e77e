import { sql } from 'kysely';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export async function findDraft(
  trx: Trx,
  actor: Actor,
): Promise<{ sealed: Buffer; updatedAt: Date } | undefined> {
  const { rows } = await sql<{ sealed: Buffer; updatedAt: Date }>`
    select sealed, updated_at as "updatedAt" from hejie.draft
    where city_code = ${actor.cityCode} and user_id = ${actor.userId}::uuid`.execute(trx);
  return rows[0];
}

export async function putDraft(trx: Trx, actor: Actor, sealed: Buffer, at: string): Promise<void> {
  await sql`
    insert into hejie.draft (city_code, user_id, sealed, updated_at, version)
    values (${actor.cityCode}, ${actor.userId}::uuid, ${sealed}, ${at}::timestamptz, 1)
    on conflict (city_code, user_id) do update
      set sealed = excluded.sealed, updated_at = excluded.updated_at, version = draft.version + 1`.execute(
    trx,
  );
}

export async function deleteDraft(trx: Trx, actor: Actor): Promise<void> {
  await sql`delete from hejie.draft where city_code = ${actor.cityCode} and user_id = ${actor.userId}::uuid`.execute(
    trx,
  );
}
