import { sql } from 'kysely';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

/** The code of a matter in which the asker takes part, under the policies and once more by participation. */
export async function codeOfOwn(trx: Trx, actor: Actor, matterId: string): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select m.code from hejie.matter m
    where m.city_code = ${actor.cityCode} and m.id = ${matterId}::uuid
      and hejie.takes_part(m.city_code, m.id)`.execute(trx);
  return rows[0]?.code;
}
