import { sql } from 'kysely';
import type { Role } from '#domain/access/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type PlaceRow = { readonly leadUnitId: string; readonly holderUnitId: string; readonly kind: string };

/** Where a matter stands, if the actor's unit takes part in it. */
export async function placeOf(trx: Trx, actor: Actor, matterId: string): Promise<PlaceRow | undefined> {
  const { rows } = await sql<PlaceRow>`
    select lead_unit_id as "leadUnitId", holder_unit_id as "holderUnitId", kind from hejie.matter
    where city_code = ${actor.cityCode} and id = ${matterId}::uuid`.execute(trx);
  return rows[0];
}

export type ColleagueRow = {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly isAbsent: boolean;
};

/** Who can take a matter on at an office today. */
export async function settlersAt(
  trx: Trx,
  cityCode: string,
  unitId: string,
  today: string,
): Promise<ColleagueRow[]> {
  const { rows } = await sql<ColleagueRow>`
    select distinct on (u.id) u.id as "userId", u.name, p.role,
      exists (select from hejie.absence a where a.city_code = p.city_code and a.user_id = p.user_id
        and a.unit_id = p.unit_id and a.cancelled_at is null
        and a.from_day <= ${today}::date and a.until_day >= ${today}::date) as "isAbsent"
    from hejie.posting p join sign_in."user" u on u.id = p.user_id
    where p.city_code = ${cityCode} and p.unit_id = ${unitId}::uuid and p.role in ('handler', 'mediator')
      and p.ended_at is null and p.from_day <= ${today}::date and (p.until_day is null or p.until_day >= ${today}::date)
      and u.disabled_at is null
    order by u.id, p.role limit 200`.execute(trx);
  return rows;
}
