import { sql } from 'kysely';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

type OwnMatter = {
  readonly id: string;
  readonly code: string;
  readonly status: Status;
  readonly holderUnitId: string;
};

/** Open matters that this centre leads in which the hash stands; the hash of another centre matches nothing here. */
export async function ownOpenMatters(
  trx: Trx,
  actor: Actor,
  kind: 'phone' | 'id',
  hash: Buffer,
): Promise<OwnMatter[]> {
  const column = sql.ref(kind === 'phone' ? 'p.phone_hash' : 'p.number_hash');
  const { rows } = await sql<OwnMatter>`
    select distinct m.id, m.code, m.status, m.holder_unit_id as "holderUnitId"
    from hejie.party p join hejie.matter m on m.city_code = p.city_code and m.id = p.matter_id
    where p.city_code = ${actor.cityCode} and p.look_up_unit_id = ${actor.unitId}::uuid and ${column} = ${hash}
      and m.is_open and m.lead_unit_id = ${actor.unitId}::uuid
    order by m.id limit 20`.execute(trx);
  return rows;
}
