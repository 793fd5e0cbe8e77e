import { sql } from 'kysely';
import type { PartyActor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

/** Whether this is the party's first rating; it is marked, and there is no second. */
export async function markRated(trx: Trx, party: PartyActor, matterId: string, at: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update hejie.party set rated_at = ${at}::timestamptz
    where city_code = ${party.cityCode} and matter_id = ${matterId}::uuid and id = ${party.partyId}::uuid
      and rated_at is null`.execute(trx);
  return numAffectedRows === 1n;
}

/** All that is kept of the acting party, sealed. */
export async function sealedOf(trx: Trx, party: PartyActor, matterId: string): Promise<Buffer | null> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select sealed from hejie.party
    where city_code = ${party.cityCode} and matter_id = ${matterId}::uuid and id = ${party.partyId}::uuid`.execute(
    trx,
  );
  return rows[0]?.sealed ?? null;
}

export async function writeTelling(
  trx: Trx,
  party: PartyActor,
  matterId: string,
  to: { readonly toldBy: string; readonly toldLanguage: string; readonly sealed: Buffer },
): Promise<void> {
  await sql`
    update hejie.party set told_by = ${to.toldBy}, told_language = ${to.toldLanguage}, sealed = ${to.sealed}
    where city_code = ${party.cityCode} and matter_id = ${matterId}::uuid and id = ${party.partyId}::uuid`.execute(
    trx,
  );
}
