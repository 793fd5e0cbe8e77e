import { sql } from 'kysely';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type SearchQuestion = {
  readonly words: readonly string[];
  /** Looked for in the texts themselves, where there is no whole word to look up. */
  readonly pieces: readonly string[];
  readonly codePiece: string | null;
  readonly kinds: readonly string[] | null;
  readonly statuses: readonly Status[] | null;
  /** Offices that lead, hold or handled it. */
  readonly units: readonly string[] | null;
  readonly since: string | null;
  readonly before: string | null;
};

/** The newest matters that hold what was asked for, in which the actor takes part: the database's one function says so. */
export async function foundIds(
  trx: Trx,
  actor: Actor,
  asked: SearchQuestion,
  atMost: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from hejie.search_matters(${actor.cityCode}, ${asked.words}::text[], ${asked.pieces}::text[],
      ${asked.codePiece},
      ${asked.kinds}::text[], ${asked.statuses}::text[], ${asked.units}::uuid[],
      ${asked.since}::timestamptz, ${asked.before}::timestamptz,
      ${atMost}::int)`.execute(trx);
  return rows.map(({ id }) => id);
}

export type FoundText = {
  readonly id: string;
  readonly code: string;
  readonly status: Status;
  readonly subject: string;
  readonly story: string;
  readonly request: string;
  readonly leadUnitId: string;
  readonly wrappedKey: Buffer | null;
};

/** What ranks and marks them; under the policies once more. */
export async function textsOf(trx: Trx, actor: Actor, ids: readonly string[]): Promise<FoundText[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FoundText>`
    select m.id, m.code, m.status, m.subject, m.story, m.request, m.lead_unit_id as "leadUnitId",
      m.wrapped_key as "wrappedKey"
    from hejie.matter m
    where m.city_code = ${actor.cityCode} and m.id = any(${ids}::uuid[])`.execute(trx);
  return rows;
}

export type SealedAnswer = { readonly matterId: string; readonly version: number; readonly sealed: Buffer };

/** What was answered in a matter, sealed, the last first: the words of it that were looked up stand nowhere in clear. */
export async function answersOf(
  trx: Trx,
  actor: Actor,
  matterIds: readonly string[],
): Promise<SealedAnswer[]> {
  if (matterIds.length === 0) return [];
  const { rows } = await sql<SealedAnswer>`
    select matter_id as "matterId", version, sealed from hejie.event
    where city_code = ${actor.cityCode} and matter_id = any(${matterIds}::uuid[])
      and type in ('record-outcome', 'answer') and sealed is not null
    order by matter_id, version desc limit 500`.execute(trx);
  return rows;
}
