import { sql } from 'kysely';
import type { Actor } from '#server/app/actor.ts';
import { unread } from '#server/database/preparing-client.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { MatterRecord } from '../../matter-record.ts';

/** What was taken in, written at the matter that takes it in. */
export async function writeAbsorbed(
  trx: Trx,
  actor: Actor,
  w: {
    readonly after: MatterRecord;
    readonly at: string;
    readonly event: { readonly id: string; readonly data: unknown; readonly sealed: Buffer };
  },
): Promise<void> {
  const { after: m, event } = w;
  await sql`
    with changed as (
      update hejie.matter set version = ${m.version}::int, due_on = ${m.dueOn}::date,
        due_from = ${m.dueFrom}::date, next_level_on = ${m.nextLevelOn}::date, party_count = ${m.partyCount}::int,
        is_anonymous = ${m.isAnonymous}::boolean
      where city_code = ${actor.cityCode} and id = ${m.id}::uuid
    )
    insert into hejie.event (city_code, matter_id, version, id, type, actor_user_id, actor_unit_id, actor_role,
      occurred_at, recorded_at, data, sealed)
    values (${actor.cityCode}, ${m.id}::uuid, ${m.version}::int, ${event.id}::uuid, 'absorb', ${actor.userId}::uuid,
      ${actor.unitId}::uuid, ${actor.role}, ${w.at}::timestamptz, ${w.at}::timestamptz,
      ${JSON.stringify(event.data)}::jsonb, ${event.sealed}::bytea)`.execute(trx);
}

/**
 * Whoever takes part in a matter may read what is merged into it, and no more of an office than there. What was merged
 * earlier into the one that is merged now belongs to the other from now on.
 */
export async function openMerged(
  trx: Trx,
  cityCode: string,
  mergedId: string,
  intoId: string,
  at: string,
): Promise<void> {
  await sql`
    insert into hejie.participation (city_code, matter_id, id, unit_id, part, from_at, readers)
    select distinct on (b.id, p.unit_id) ${cityCode}, b.id, p.id, p.unit_id, 'assisting', ${at}::timestamptz, p.readers
    from hejie.participation p
      join hejie.matter b on b.city_code = ${cityCode} and (b.id = ${mergedId}::uuid or b.merged_into = ${mergedId}::uuid)
    where p.city_code = ${cityCode} and p.matter_id = ${intoId}::uuid and p.until_at is null and p.part <> 'origin'
      and not exists (select from hejie.participation o where o.city_code = ${cityCode} and o.matter_id = b.id
        and o.unit_id = p.unit_id and o.until_at is null and o.part <> 'origin')`.execute(trx);
  await sql`
    update hejie.matter set merged_into = ${intoId}::uuid
    where city_code = ${cityCode} and merged_into = ${mergedId}::uuid`.execute(trx);
}

/** Whoever takes part in a matter finds what was merged into it, too. */
export async function refreshMergedSearch(trx: Trx, cityCode: string, intoId: string): Promise<void> {
  await sql`${unread}
    select hejie.refresh_search(${cityCode}, m.id, '{}') from hejie.matter m
    where m.city_code = ${cityCode} and m.merged_into = ${intoId}::uuid`.execute(trx);
}
