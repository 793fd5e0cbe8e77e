import type { RunningOpening } from '#contract/access/outside-opening.ts';
import { type Language, words } from '#contract/language/language.ts';
import type { Services } from '#server/app/services.ts';
import { openWords } from '#server/features/audit/public.ts';
import type { OpeningRow } from './opening.queries.ts';

/** An opening for the person whose it is: for what, in their own words, and until when. */
export function presentOpening(
  services: Pick<Services, 'keys'>,
  matterId: string,
  row: OpeningRow,
  language: Language,
): RunningOpening {
  const { id, purpose, unitId, untilAt } = row;
  return {
    id,
    purpose: { code: purpose, label: words(language).outsidePurposes[purpose] },
    words: openWords(services, { matterId, id, unitId }, row),
    until: untilAt.toISOString(),
  };
}
