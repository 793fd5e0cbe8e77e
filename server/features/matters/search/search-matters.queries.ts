import { sql } from 'kysely';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type SearchQuestion = {
  readonly words: readonly string[];
  /** Looked for in the text itself, where there is no whole word to look up. */
  readonly piece: string | null;
  readonly codePiece: string | null;
  readonly kinds: readonly string[] | null;
  readonly statuses: readonly Status[] | null;
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
    select id from hejie.search_matters(${actor.cityCode}, ${asked.words}::text[], ${asked.piece}, ${asked.codePiece},
      ${asked.kinds}::text[], ${asked.statuses}::text[], ${asked.since}::date, ${asked.before}::date,
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
};

/** What ranks and marks them; under the policies once more. */
export async function textsOf(trx: Trx, actor: Actor, ids: readonly string[]): Promise<FoundText[]> {
  const { rows } = await sql<FoundText>`
    select m.id, m.code, m.status, m.subject, m.story, m.request from hejie.matter m
    where m.city_code = ${actor.cityCode} and m.id = any(${ids}::uuid[])`.execute(trx);
  return rows;
}
