import { sql } from 'kysely';
import type { PartyKind, Seat } from '#domain/matters/vocabulary.ts';
import { rowsOf } from '#server/database/rows-of.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { ClockRow } from '../../clocks/clock-row.ts';

export type WholeParty = {
  readonly id: string;
  readonly seat: Seat;
  readonly kind: PartyKind;
  readonly sealed: Buffer | null;
  readonly secretGeneration: number;
  readonly toldBy: string;
  readonly toldLanguage: string;
};

export async function wholeParties(trx: Trx, cityCode: string, matterId: string): Promise<WholeParty[]> {
  const { rows } = await sql<WholeParty>`
    select id, seat, kind, sealed, secret_generation as "secretGeneration", told_by as "toldBy",
      told_language as "toldLanguage"
    from hejie.party where city_code = ${cityCode} and matter_id = ${matterId}::uuid
    order by position limit 50`.execute(trx);
  return rows;
}

export type JoiningParty = WholeParty & {
  readonly phoneHash: Buffer | null;
  readonly numberHash: Buffer | null;
};

/** Parties of one matter become parties of another under the same ids, so that their secrets go on working. */
export async function joinParties(
  trx: Trx,
  cityCode: string,
  into: { readonly id: string; readonly leadUnitId: string; readonly partyCount: number },
  parties: readonly JoiningParty[],
): Promise<void> {
  const joining = parties.map((party, index) => ({ ...party, position: into.partyCount + index + 1 }));
  await sql`
    insert into hejie.party (city_code, matter_id, id, position, seat, kind, sealed, look_up_unit_id, phone_hash,
      number_hash, secret_generation, told_by, told_language)
    select ${cityCode}, ${into.id}::uuid, p.id, p.position, p.seat, p.kind, p.sealed, ${into.leadUnitId}::uuid,
      p."phoneHash", p."numberHash", p."secretGeneration", p."toldBy", p."toldLanguage"
    from ${rowsOf(joining)} as p (id uuid, position int, seat text, kind text, sealed bytea, "phoneHash" bytea,
      "numberHash" bytea, "secretGeneration" int, "toldBy" text, "toldLanguage" text)`.execute(trx);
}

export type WholePaper = {
  readonly id: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly address: string;
  readonly sealed: Buffer;
  readonly addedBy: string | null;
  readonly addedByParty: string | null;
  readonly addedAt: Date;
  readonly isInConfidence: boolean;
};

export async function wholePapers(trx: Trx, cityCode: string, matterId: string): Promise<WholePaper[]> {
  const { rows } = await sql<WholePaper>`
    select id, kind, media_type as "mediaType", size_bytes as "sizeBytes", address, sealed, added_by as "addedBy",
      added_by_party as "addedByParty", added_at as "addedAt", is_in_confidence as "isInConfidence"
    from hejie.paper where city_code = ${cityCode} and matter_id = ${matterId}::uuid order by added_at, id`.execute(
    trx,
  );
  return rows;
}

/** Who may read them in the other matter beside the office and whoever gave them is for somebody there to say anew. */
export async function joinPapers(
  trx: Trx,
  cityCode: string,
  intoId: string,
  papers: readonly WholePaper[],
): Promise<void> {
  await sql`
    insert into hejie.paper (city_code, matter_id, id, kind, media_type, size_bytes, address, sealed, added_by,
      added_by_party, added_at, is_in_confidence)
    select ${cityCode}, ${intoId}::uuid, p.*
    from ${rowsOf(papers)} as p (id uuid, kind text, "mediaType" text, "sizeBytes" int, address text, sealed bytea,
      "addedBy" uuid, "addedByParty" uuid, "addedAt" timestamptz, "isInConfidence" boolean)`.execute(trx);
}

/** Limits that go on in another matter as they were counted, under ids of their own. */
export async function joinClocks(
  trx: Trx,
  cityCode: string,
  fromId: string,
  intoId: string,
  clocks: readonly ClockRow[],
): Promise<void> {
  await sql`
    insert into hejie.clock (city_code, matter_id, id, step, started_on, limit_count, limit_unit, due_on,
      is_provisional, source, counting, pauses, extensions, carried_from)
    select ${cityCode}, ${intoId}::uuid, c.*, ${fromId}::uuid
    from ${rowsOf(clocks)} as c (id uuid, step text, "startedOn" date, count int, unit text, "dueOn" date,
      "isProvisional" boolean, source text, counting text, pauses jsonb, extensions jsonb)`.execute(trx);
}
