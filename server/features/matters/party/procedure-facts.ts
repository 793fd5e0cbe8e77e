import { type Language, words } from '#contract/language/language.ts';
import { partsOfCode } from '#domain/roadmap/procedures/run-clocks.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';

/** What a step on the legal roadmap was about, by the names that a party knows. */
export type ProcedureFacts = {
  readonly procedure: string;
  /** What happened in it, its result, or which change of a limit was decided; none where it only began. */
  readonly what: string | null;
  /** The parties did not want it, or the change was not approved. */
  readonly isRefused: boolean;
  /** The due day after a change of the limit. */
  readonly dueOn: string | null;
};

type Data = {
  readonly procedure?: string;
  readonly clock?: string;
  readonly procedureEvent?: string;
  readonly procedureOutcome?: string;
  readonly choice?: string;
  readonly change?: string;
  readonly decision?: string;
  readonly dueAfter?: string;
};

export function procedureFacts(
  services: Services,
  data: Readonly<Record<string, unknown>>,
  language: Language,
): ProcedureFacts | null {
  const { procedure: named, clock = '', procedureEvent, procedureOutcome, change, ...more } = data as Data;
  const key = named ?? partsOfCode(clock)?.procedure;
  const procedure = services.roadmap.inForce(todayOf(services)).find((one) => one.key === key);
  if (procedure === undefined) return null;
  const pack = words(language);
  const outcome = procedure.outcomes.find((one) => one.outcome === procedureOutcome)?.title[language];
  const event = pack.procedureEvents[procedureEvent as keyof typeof pack.procedureEvents];
  const changed = pack.clockChanges[change as keyof typeof pack.clockChanges];
  return {
    procedure: procedure.title[language],
    what: outcome ?? event ?? changed ?? null,
    isRefused: more.choice === 'refused' || more.decision === 'refused',
    dueOn: more.dueAfter ?? null,
  };
}
