import { sql } from 'kysely';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

type Kept = {
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: Buffer;
  readonly id: string;
  readonly at: string;
};

/** Claims a key for what is about to be made. Of two at once the second waits here until the first is done or undone. */
export async function claimKey(trx: Trx, actor: Actor, kept: Kept): Promise<boolean> {
  const { rows } = await sql`
    insert into hejie.idempotency (city_code, user_id, operation, key, body_hash, ids, recorded_at)
    values (${actor.cityCode}, ${actor.userId}::uuid, ${kept.operation}, ${kept.key}, ${kept.bodyHash}::bytea,
      ${JSON.stringify({ id: kept.id })}::jsonb, ${kept.at}::timestamptz)
    on conflict do nothing returning key`.execute(trx);
  return rows.length > 0;
}

/** What was made under a key that is taken. */
export async function keptUnder(
  trx: Trx,
  actor: Actor,
  operation: string,
  key: string,
): Promise<{ id: string; bodyHash: Buffer } | undefined> {
  const { rows } = await sql<{ id: string; bodyHash: Buffer }>`
    select ids ->> 'id' as id, body_hash as "bodyHash" from hejie.idempotency
    where city_code = ${actor.cityCode} and user_id = ${actor.userId}::uuid and operation = ${operation}
      and key = ${key}`.execute(trx);
  return rows[0];
}
