import { Temporal } from 'temporal-polyfill';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import { compareMatters, type SimilarityReason, similarEnough } from '#domain/search/similar-matters.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { searchTerms } from './search-terms.ts';
import { type SimilarCandidate, similarCandidates } from './similar-matters.queries.ts';

export type SimilarMatter = SimilarCandidate & {
  readonly score: number;
  readonly reasons: readonly SimilarityReason[];
};

const shownAtMost = 5;

/** 可能是同一争议: open matters anywhere in the city that are perhaps the same dispute, the likeliest first. */
export async function findSimilarMatters(
  services: Services,
  actor: Actor,
  asked: {
    readonly text: string;
    readonly regionCode: string;
    readonly kind: string;
    readonly pair?: readonly [string, string] | null;
  },
): Promise<SimilarMatter[]> {
  const terms = searchTerms(asked.text);
  const pairHash = asked.pair ? services.keys.pairHash(actor.cityCode, ...asked.pair) : null;
  if (terms.length === 0 && pairHash === null) return [];
  const today = Temporal.PlainDate.from(todayOf(services));
  const mine = { kind: asked.kind, regionCode: asked.regionCode, registeredOn: today, terms: new Set(terms) };
  const candidates = await inTransaction(services, actor, (trx) =>
    similarCandidates(trx, actor, { terms, regionCode: asked.regionCode, kind: asked.kind, pairHash }),
  );
  return candidates
    .map((candidate) => {
      const registeredOn = legalDay(
        Temporal.Instant.fromEpochMilliseconds(candidate.registeredAt.getTime()),
        services.pack.city.zone,
      );
      const { score, reasons } = compareMatters(mine, {
        ...candidate,
        registeredOn,
        terms: new Set(candidate.terms),
      });
      return { ...candidate, score: candidate.isSamePair ? 1 : score, reasons };
    })
    .filter(({ score }) => score >= similarEnough)
    .sort((one, other) => other.score - one.score)
    .slice(0, shownAtMost);
}
