import { sql } from 'kysely';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type SimilarCandidate = {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly leadUnitId: string;
  readonly registeredAt: Date;
  readonly terms: string[];
  readonly isSamePair: boolean;
  readonly takesPart: boolean;
  readonly status: Status;
};

export type SimilarQuestion = {
  readonly terms: readonly string[];
  readonly regionCode: string;
  readonly kind: string;
  readonly pairHash: Buffer | null;
};

/** Open matters anywhere in the city that share words or the pair; capped by the function in the database. */
export async function similarCandidates(
  trx: Trx,
  actor: Actor,
  asked: SimilarQuestion,
): Promise<SimilarCandidate[]> {
  const { rows } = await sql<SimilarCandidate>`
    select id, code, kind, region_code as "regionCode", lead_unit_id as "leadUnitId", registered_at as "registeredAt",
      terms, is_same_pair as "isSamePair", takes_part as "takesPart", status
    from hejie.similar_candidates(${actor.cityCode}, ${asked.terms}::text[], ${asked.regionCode}, ${asked.kind},
      ${asked.pairHash}::bytea)
    limit 220`.execute(trx);
  return rows;
}
