import { sql } from 'kysely';
import type { PartyKind, Seat } from '#domain/matters/vocabulary.ts';
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
  await sql`
    insert into hejie.party (city_code, matter_id, id, position, seat, kind, sealed, look_up_unit_id, phone_hash,
      number_hash, secret_generation, told_by, told_language)
    select ${cityCode}, ${into.id}::uuid, p.id, ${into.partyCount}::int + p.position, p.seat, p.kind, p.sealed,
      ${into.leadUnitId}::uuid, p.phone_hash, p.number_hash, p.generation, p.told_by, p.told_language
    from unnest(${parties.map((p) => p.id)}::uuid[], ${parties.map((p) => p.seat)}::text[],
      ${parties.map((p) => p.kind)}::text[], ${parties.map((p) => p.sealed)}::bytea[],
      ${parties.map((p) => p.phoneHash)}::bytea[], ${parties.map((p) => p.numberHash)}::bytea[],
      ${parties.map((p) => p.secretGeneration)}::int[], ${parties.map((p) => p.toldBy)}::text[],
      ${parties.map((p) => p.toldLanguage)}::text[])
      with ordinality as p (id, seat, kind, sealed, phone_hash, number_hash, generation, told_by, told_language, position)`.execute(
    trx,
  );
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
    from unnest(${papers.map((p) => p.id)}::uuid[], ${papers.map((p) => p.kind)}::text[],
      ${papers.map((p) => p.mediaType)}::text[], ${papers.map((p) => p.sizeBytes)}::int[],
      ${papers.map((p) => p.address)}::text[], ${papers.map((p) => p.sealed)}::bytea[],
      ${papers.map((p) => p.addedBy)}::uuid[], ${papers.map((p) => p.addedByParty)}::uuid[],
      ${papers.map((p) => p.addedAt.toISOString())}::timestamptz[], ${papers.map((p) => p.isInConfidence)}::boolean[]) as p`.execute(
    trx,
  );
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
    select ${cityCode}, ${intoId}::uuid, c.id, c.step, c.started_on, c.count, c.unit, c.due_on, c.is_provisional, c.source,
      c.counting, c.pauses::jsonb, c.extensions::jsonb, ${fromId}::uuid
    from unnest(${clocks.map((c) => c.id)}::uuid[], ${clocks.map((c) => c.step)}::text[],
      ${clocks.map((c) => c.startedOn)}::date[], ${clocks.map((c) => c.count)}::int[],
      ${clocks.map((c) => c.unit)}::text[], ${clocks.map((c) => c.dueOn)}::date[],
      ${clocks.map((c) => c.isProvisional)}::boolean[], ${clocks.map((c) => c.source)}::text[],
      ${clocks.map((c) => c.counting)}::text[], ${clocks.map((c) => JSON.stringify(c.pauses))}::text[],
      ${clocks.map((c) => JSON.stringify(c.extensions))}::text[])
      as c (id, step, started_on, count, unit, due_on, is_provisional, source, counting, pauses, extensions)`.execute(
    trx,
  );
}
