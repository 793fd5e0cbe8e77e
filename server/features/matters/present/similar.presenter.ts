import type { SimilarMatter } from '#contract/intake/intake.ts';
import { fill, type Language, words } from '#contract/language/language.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import type { SimilarityReason } from '#domain/search/similar-matters.ts';
import type { Services } from '#server/app/services.ts';
import type { SimilarMatter as Found } from '#server/features/search/public.ts';
import { kindLabel } from './labels.ts';
import { presentUnit } from './matter-present.ts';

/** A matter that is perhaps the same dispute, with the reasons; its id only for those who may open it. */
export function presentSimilar(services: Services, found: Found, language: Language): SimilarMatter {
  return {
    code: formatMatterCode(found.code),
    id: found.takesPart ? found.id : null,
    centreId: found.leadUnitId,
    centre: presentUnit(services, found.leadUnitId, language).name,
    kind: kindLabel(services, found.kind, language),
    status: found.status,
    statusLabel: words(language).statuses[found.status],
    score: Math.round(found.score * 100) / 100,
    reasons: [
      ...(found.isSamePair ? [words(language).similar['same-pair']] : []),
      ...found.reasons.map((reason) => presentReason(services, reason, language)),
    ],
  };
}

function presentReason(services: Services, reason: SimilarityReason, language: Language): string {
  const { similar } = words(language);
  switch (reason.code) {
    case 'same-words':
      return fill(similar['same-words'], { terms: reason.terms.join('、') });
    case 'close-in-time':
      return fill(similar['close-in-time'], { days: reason.days });
    case 'same-kind':
      return fill(similar['same-kind'], { kind: kindLabel(services, reason.kind, language).label });
    default:
      return similar[reason.code];
  }
}
