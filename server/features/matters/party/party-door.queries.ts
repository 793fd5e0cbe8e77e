import { sql } from 'kysely';
import type { Seat, Status } from '#domain/matters/vocabulary.ts';
import type { Trx } from '#server/database/transaction.ts';

export type DoorRow = {
  readonly matterId: string;
  readonly partyId: string;
  readonly seat: Seat;
  readonly generation: number;
};

/** The parties behind a code: ids, seats and generations, by the window that shows nothing else. */
export async function partiesBehind(trx: Trx, cityCode: string, code: string): Promise<DoorRow[]> {
  const { rows } = await sql<DoorRow>`
    select matter_id as "matterId", party_id as "partyId", seat, secret_generation as generation
    from hejie.party_door(${cityCode}, ${code})`.execute(trx);
  return rows;
}

export type PartyRow = {
  readonly seat: Seat;
  readonly generation: number;
  readonly hasRated: boolean;
  readonly version: number;
  readonly status: Status;
  readonly isHistory: boolean;
  readonly isReopeningAsked: boolean;
};

/** The acting party's own row; none where the matter has gone into another. */
export async function ownRow(
  trx: Trx,
  cityCode: string,
  matterId: string,
  partyId: string,
): Promise<PartyRow | undefined> {
  const { rows } = await sql<PartyRow>`
    select p.seat, p.secret_generation as generation, p.rated_at is not null as "hasRated",
      m.version, m.status, m.is_history as "isHistory", m.reopening_asked_at is not null as "isReopeningAsked"
    from hejie.party p join hejie.matter m on m.city_code = p.city_code and m.id = p.matter_id
    where p.city_code = ${cityCode} and p.matter_id = ${matterId}::uuid and p.id = ${partyId}::uuid
      and m.merged_into is null and m.wrapped_key is not null`.execute(trx);
  return rows[0];
}
