import { sql } from 'kysely';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';

type Done = { readonly matterId: string; readonly bodyHash: Buffer };

/** What a registration under this key made, if there was one. */
export function registrationDone(services: Services, actor: Actor, key: string): Promise<Done | undefined> {
  return inTransaction(services, actor, async (trx) => {
    const { rows } = await sql<Done>`
      select ids ->> 'matterId' as "matterId", body_hash as "bodyHash" from hejie.idempotency
      where city_code = ${actor.cityCode} and user_id = ${actor.userId}::uuid and operation = 'register-matter'
        and key = ${key}`.execute(trx);
    return rows[0];
  });
}
