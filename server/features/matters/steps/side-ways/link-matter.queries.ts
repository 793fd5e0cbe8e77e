import { sql } from 'kysely';
import type { LinkReason, Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

/** The matter of a code, if the actor takes part in it. */
export async function matterOfCode(trx: Trx, actor: Actor, code: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from hejie.matter where city_code = ${actor.cityCode} and code = ${code}`.execute(trx);
  return rows[0]?.id;
}

/** Whether a matter is linked to this one, or to any (but one). */
export async function isLinkedTo(
  trx: Trx,
  cityCode: string,
  matterId: string,
  otherId: string | null,
  butId: string | null = null,
): Promise<boolean> {
  const { rows } = await sql`
    select from hejie.matter_link
    where city_code = ${cityCode} and matter_id = ${matterId}::uuid
      and (${otherId}::uuid is null or other_id = ${otherId}::uuid)
      and other_id is distinct from ${butId}::uuid limit 1`.execute(trx);
  return rows.length > 0;
}

/** A row from each side. */
export async function addLink(
  trx: Trx,
  cityCode: string,
  [one, other]: readonly [string, string],
  reason: LinkReason,
  at: string,
): Promise<void> {
  await sql`
    insert into hejie.matter_link (city_code, matter_id, other_id, reason, linked_at)
    values (${cityCode}, ${one}::uuid, ${other}::uuid, ${reason}, ${at}::timestamptz),
      (${cityCode}, ${other}::uuid, ${one}::uuid, ${reason}, ${at}::timestamptz)`.execute(trx);
}

export async function removeLink(
  trx: Trx,
  cityCode: string,
  [one, other]: readonly [string, string],
): Promise<void> {
  await sql`
    delete from hejie.matter_link
    where city_code = ${cityCode} and ((matter_id = ${one}::uuid and other_id = ${other}::uuid)
      or (matter_id = ${other}::uuid and other_id = ${one}::uuid))`.execute(trx);
}

/** What a step on one matter says at another: its event, and the version that it makes. */
export async function writeBeside(
  trx: Trx,
  actor: Actor,
  w: {
    readonly after: { readonly id: string; readonly version: number };
    readonly at: string;
    readonly event: { readonly id: string; readonly type: string; readonly data: unknown };
  },
): Promise<void> {
  await sql`
    with changed as (
      update hejie.matter set version = ${w.after.version}::int
      where city_code = ${actor.cityCode} and id = ${w.after.id}::uuid
    )
    insert into hejie.event (city_code, matter_id, version, id, type, actor_user_id, actor_unit_id, actor_role,
      occurred_at, recorded_at, data)
    values (${actor.cityCode}, ${w.after.id}::uuid, ${w.after.version}::int, ${w.event.id}::uuid, ${w.event.type},
      ${actor.userId}::uuid, ${actor.unitId}::uuid, ${actor.role}, ${w.at}::timestamptz, ${w.at}::timestamptz,
      ${JSON.stringify(w.event.data)}::jsonb)`.execute(trx);
}

export type LinkRow = {
  readonly id: string;
  readonly code: string;
  readonly reason: LinkReason;
  readonly status: Status | null;
  readonly leadUnitId: string | null;
  readonly subject: string | null;
  readonly takesPart: boolean;
};

/** What stands beside a matter, as far as the actor may know it. */
export async function linksOf(trx: Trx, cityCode: string, matterId: string): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select id, code, reason, status, lead_unit_id as "leadUnitId", subject, takes_part as "takesPart"
    from hejie.linked_matters(${cityCode}, ${matterId}::uuid)`.execute(trx);
  return rows;
}
