import { sql } from 'kysely';
import type { Seat } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { PartyRow } from '../present/parties.presenter.ts';

export async function findParty(
  trx: Trx,
  actor: Actor,
  matterId: string,
  partyId: string,
): Promise<{ readonly kind: PartyRow['kind']; readonly seat: Seat } | undefined> {
  const { rows } = await sql<{ kind: PartyRow['kind']; seat: Seat }>`
    select kind, seat from hejie.party
    where city_code = ${actor.cityCode} and matter_id = ${matterId}::uuid and id = ${partyId}::uuid`.execute(
    trx,
  );
  return rows[0];
}

/** The next secret: what was handed out before opens nothing from now on. */
export async function nextSecret(trx: Trx, actor: Actor, matterId: string, partyId: string): Promise<void> {
  await sql`
    update hejie.party set secret_generation = secret_generation + 1
    where city_code = ${actor.cityCode} and matter_id = ${matterId}::uuid and id = ${partyId}::uuid`.execute(
    trx,
  );
}

export type SlipRow = PartyRow & {
  readonly code: string;
  readonly leadUnitId: string;
  readonly wrappedKey: Buffer;
  readonly secretGeneration: number;
};

export async function slipRow(
  trx: Trx,
  actor: Actor,
  matterId: string,
  partyId: string,
): Promise<SlipRow | undefined> {
  const { rows } = await sql<SlipRow>`
    select p.id, p.seat, p.kind, p.sealed, p.secret_generation as "secretGeneration", m.code,
      m.lead_unit_id as "leadUnitId", m.wrapped_key as "wrappedKey"
    from hejie.party p join hejie.matter m on m.city_code = p.city_code and m.id = p.matter_id
    where p.city_code = ${actor.cityCode} and p.matter_id = ${matterId}::uuid and p.id = ${partyId}::uuid
      and m.wrapped_key is not null`.execute(trx);
  return rows[0];
}
