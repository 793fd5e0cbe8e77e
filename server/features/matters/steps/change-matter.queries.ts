import { sql } from 'kysely';
import { standingOf } from '#domain/roadmap/procedures/clock-change.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import { unread } from '#server/database/preparing-client.ts';
import { rowsOf } from '#server/database/rows-of.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import { clockJson, ownColumns } from '../matter-columns.queries.ts';
import type { MatterRecord } from '../matter-record.ts';

export type LockedMatter = MatterRecord & {
  readonly hasOtherCaller: boolean;
  readonly running: ClockRow[];
  /** Whether any of the parties chose to be told of what happens. */
  readonly isAnybodyTold: boolean;
};

const callers = sql.raw(`'clerk', 'dispatcher', 'supervisor'`);

/** Whether somebody beside the handler is posted at the leading centre who may call back. */
export const otherCaller = (today: string) => sql<boolean>`exists (
  select from hejie.posting p
  where p.city_code = m.city_code and p.unit_id = m.lead_unit_id and p.role in (${callers}) and p.ended_at is null
    and p.from_day <= ${today}::date and (p.until_day is null or p.until_day >= ${today}::date)
    and p.user_id is distinct from m.handler_user_id)`;

/** Loads and locks a matter in which the actor takes part, with its running clocks. */
export async function lockMatter(
  trx: Trx,
  actor: Actor | PartyActor,
  matterId: string,
  today: string,
): Promise<LockedMatter | undefined> {
  const { rows } = await sql<Omit<LockedMatter, 'isPaused' | 'isChangeAsked'>>`
    select ${ownColumns}, ${otherCaller(today)} as "hasOtherCaller",
      (select coalesce(jsonb_agg(${clockJson} order by c.id), '[]') from hejie.clock c
        where c.city_code = m.city_code and c.matter_id = m.id and c.ended_on is null) as running,
      exists (select from hejie.party p
        where p.city_code = m.city_code and p.matter_id = m.id and p.told_by <> 'none') as "isAnybodyTold"
    from hejie.matter m
    where m.city_code = ${actor.cityCode} and m.id = ${matterId}::uuid
    for update of m`.execute(trx);
  const [row] = rows;
  return row && { ...row, ...standingOf(row.running, today) };
}

/** Under whose id a request's key is kept. */
export const idOf = (actor: Actor | PartyActor): string =>
  actor.role === 'party' ? actor.partyId : actor.userId;

/** Where a step left a matter: what its doer may be told again without taking part any more. */
export type Left = Pick<
  MatterRecord,
  'code' | 'version' | 'status' | 'leadUnitId' | 'holderUnitId' | 'dueOn'
> & {
  /** Another matter that the step made. */
  readonly made?: { readonly id: string; readonly code: string } | undefined;
};

/** This very request, if it was carried out before. */
export async function doneBefore(
  trx: Trx,
  actor: Actor | PartyActor,
  operation: string,
  key: string,
): Promise<{ readonly bodyHash: Buffer; readonly left: Left } | undefined> {
  const { rows } = await sql<{ bodyHash: Buffer; left: Left }>`
    select body_hash as "bodyHash", ids as left from hejie.idempotency
    where city_code = ${actor.cityCode} and user_id = ${idOf(actor)}::uuid and operation = ${operation}
      and key = ${key}`.execute(trx);
  return rows[0];
}

/** A matter's parties, sealed, for those steps that move them to another centre or end the matter. */
export async function partiesOf(
  trx: Trx,
  cityCode: string,
  matterId: string,
): Promise<{ id: string; seat: string; sealed: Buffer | null }[]> {
  const { rows } = await sql<{ id: string; seat: string; sealed: Buffer | null }>`
    select id, seat, sealed from hejie.party where city_code = ${cityCode} and matter_id = ${matterId}::uuid
    order by position limit 50`.execute(trx);
  return rows;
}

/** Puts the look-up hashes of a matter's parties under another centre's key, or removes them. */
export async function rehashParties(
  trx: Trx,
  cityCode: string,
  matterId: string,
  unitId: string,
  hashes: readonly { id: string; phoneHash: Buffer | null; numberHash: Buffer | null }[],
): Promise<void> {
  await sql`${unread}
    update hejie.party p set look_up_unit_id = ${unitId}::uuid, phone_hash = h."phoneHash", number_hash = h."numberHash"
    from ${rowsOf(hashes)} as h (id uuid, "phoneHash" bytea, "numberHash" bytea)
    where p.city_code = ${cityCode} and p.matter_id = ${matterId}::uuid and p.id = h.id`.execute(trx);
}
