import { sql } from 'kysely';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import { rowsOf } from '#server/database/rows-of.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { Opening } from './opening.ts';

export async function insertOpening(
  trx: Trx,
  actor: Actor | PartyActor,
  opening: Opening,
  id: string,
  at: string,
): Promise<void> {
  const [who, unitId] = actor.role === 'party' ? [actor.partyId, null] : [actor.userId, actor.unitId];
  await sql`
    insert into hejie.access_log (city_code, id, at, user_id, unit_id, role, what, matter_id, purpose, opening_id, data)
    values (${actor.cityCode}, ${id}::uuid, ${at}::timestamptz, ${who}::uuid, ${unitId}::uuid,
      ${actor.role}, ${opening.what}, ${opening.matterId ?? null}::uuid, ${opening.purpose ?? null},
      ${opening.openingId ?? null}::uuid,
      ${JSON.stringify(opening.data ?? {})}::jsonb)`.execute(trx);
}

/** The same of several matters at once. */
export async function insertOpenings(
  trx: Trx,
  actor: Actor,
  what: Opening['what'],
  opened: readonly { readonly id: string; readonly matterId: string }[],
  at: string,
): Promise<void> {
  await sql`
    insert into hejie.access_log (city_code, id, at, user_id, unit_id, role, what, matter_id, data)
    select ${actor.cityCode}, o.id, ${at}::timestamptz, ${actor.userId}::uuid, ${actor.unitId}::uuid, ${actor.role}, ${what},
      o."matterId", '{}'::jsonb
    from ${rowsOf(opened)} as o (id uuid, "matterId" uuid)`.execute(trx);
}
