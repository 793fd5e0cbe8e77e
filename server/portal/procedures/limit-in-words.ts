import { type Language, words } from '#contract/language/language.ts';
import type { Bilingual } from '#domain/organisations/city-pack.ts';
import {
  earlierEvents,
  type Procedure,
  type ProcedureClock,
  type ProcedureEvent,
} from '#domain/roadmap/procedures/procedure.ts';
import type { Services } from '#server/app/services.ts';
import { portalWords } from '../words/words.ts';

/**
 * Whether a limit is a window that a party uses themselves: it opens with a result, or with what lay before. A window
 * that opens on the way (an authority's objection to being sent the matter) is somebody else's.
 */
export function isForParty({ outcomes }: Procedure, { owedBy, starts }: ProcedureClock): boolean {
  if (owedBy !== 'party') return false;
  return outcomes.some(({ outcome }) => outcome === starts) || earlierEvents.some((one) => one === starts);
}

/** What a limit is counted from, as one says it: 受理, 达成协议. */
export function startInWords(
  { outcomes }: Procedure,
  { starts }: ProcedureClock,
  language: Language,
): string {
  const { procedureEvents, statuses } = words(language);
  return (
    outcomes.find(({ outcome }) => outcome === starts)?.title[language] ??
    procedureEvents[starts as ProcedureEvent] ??
    // The city's own steps start with a status of the matter.
    statuses[starts as keyof typeof statuses] ??
    portalWords(language).calculator.known
  );
}

/** What to bring to use a window, or to begin a procedure; empty where nobody wrote it down. */
export function whatToBring(
  { pack }: Pick<Services, 'pack'>,
  code: string,
  language: Language,
): { readonly what: string; readonly source: string } | null {
  const bring: { readonly what: Bilingual; readonly source: string } | undefined =
    pack.guidance.toBring.get(code);
  return bring === undefined ? null : { what: bring.what[language], source: bring.source };
}
