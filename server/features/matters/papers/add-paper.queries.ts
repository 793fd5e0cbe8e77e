import { sql } from 'kysely';
import type { Seat } from '#domain/matters/vocabulary.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import { rowsOf } from '#server/database/rows-of.ts';
import type { Trx } from '#server/database/transaction.ts';

export type NewPaper = {
  readonly id: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly address: string;
  readonly sealed: Buffer;
};

/** For whom papers are meant: seats that may read them, or the office alone. */
export type Meant = { readonly forSeats: readonly Seat[]; readonly isInConfidence: boolean };

export async function insertPapers(
  trx: Trx,
  actor: Actor | PartyActor,
  matterId: string,
  papers: readonly NewPaper[],
  at: string,
  meant: Meant,
): Promise<void> {
  const isParty = actor.role === 'party';
  await sql`
    insert into hejie.paper (city_code, matter_id, id, kind, media_type, size_bytes, address, sealed, added_by,
      added_by_party, added_at, for_seats, is_in_confidence)
    select ${actor.cityCode}, ${matterId}::uuid, p.id, p.kind, p."mediaType", p."sizeBytes", p.address, p.sealed,
      ${isParty ? null : actor.userId}::uuid, ${isParty ? actor.partyId : null}::uuid, ${at}::timestamptz,
      ${meant.forSeats}::text[], ${meant.isInConfidence}::boolean
    from ${rowsOf(papers)}
      as p (id uuid, kind text, "mediaType" text, "sizeBytes" int, address text, sealed bytea)`.execute(trx);
}

export type StoredPaper = {
  readonly mediaType: string;
  readonly address: string;
  readonly sealed: Buffer;
  readonly leadUnitId: string;
  readonly wrappedKey: Buffer | null;
};

/** One paper of a matter in which the actor's unit takes part. */
export async function findPaper(
  trx: Trx,
  actor: Actor | PartyActor,
  matterId: string,
  paperId: string,
): Promise<StoredPaper | undefined> {
  const { rows } = await sql<StoredPaper>`
    select p.media_type as "mediaType", p.address, p.sealed, m.lead_unit_id as "leadUnitId",
      m.wrapped_key as "wrappedKey"
    from hejie.paper p join hejie.matter m on m.city_code = p.city_code and m.id = p.matter_id
    where p.city_code = ${actor.cityCode} and p.matter_id = ${matterId}::uuid and p.id = ${paperId}::uuid`.execute(
    trx,
  );
  return rows[0];
}
