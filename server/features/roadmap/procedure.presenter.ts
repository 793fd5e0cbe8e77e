import { fill, type Language, words } from '#contract/language/language.ts';
import type { ProcedureClockView, ProcedureView } from '#contract/roadmap/procedures.ts';
import { countingCodeOf, type Limit } from '#domain/roadmap/counting.ts';
import { exit, type Procedure, type ProcedureClock } from '#domain/roadmap/procedures/procedure.ts';

type Labelled = ProcedureView['procedure'];
export type ProcedureReader = {
  readonly language: Language;
  /** What a procedure, and a kind of dispute, is called. */
  readonly titleOf: (key: string) => string;
  readonly kindOf: (code: string) => string;
};

/** A version of a procedure, in words. */
export function presentProcedure(
  reader: ProcedureReader,
  procedure: Procedure,
  standing: ProcedureView['standing']['code'],
): ProcedureView {
  const { language, titleOf, kindOf } = reader;
  const pack = words(language);
  const kinds = (codes: readonly string[]) => codes.map((code) => ({ code, label: kindOf(code) }));
  return {
    procedure: { code: procedure.key, label: procedure.title[language] },
    what: procedure.what[language],
    body: procedure.body[language],
    heldBy: { code: procedure.heldBy, label: pack.procedureHolders[procedure.heldBy] },
    isEntry: procedure.isEntry,
    isVoluntary: procedure.isVoluntary,
    startedBy: pack.starters[procedure.startedBy],
    kinds: procedure.kinds === null ? null : kinds(procedure.kinds),
    excludedKinds: kinds(procedure.excludedKinds),
    requires: procedure.requires.map((code) => ({ code, label: pack.requirements[code] })),
    events: procedure.events.map((code) => ({ code, label: pack.procedureEvents[code] })),
    clocks: procedure.clocks.map((clock) => presentClock(procedure, clock, language)),
    outcomes: procedure.outcomes.map(({ outcome, title, next }) => ({
      outcome: { code: outcome, label: title[language] },
      next: next.filter((key) => key !== exit).map((key) => ({ code: key, label: titleOf(key) })),
      mayEnd: next.includes(exit),
    })),
    source: procedure.source,
    isVerified: procedure.isVerified,
    inForceFrom: procedure.heldBy === 'step' ? null : procedure.inForceFrom,
    standing: { code: standing, label: pack.versionStandings[standing] },
  };
}

function presentClock(procedure: Procedure, clock: ProcedureClock, language: Language): ProcedureClockView {
  const pack = words(language);
  const { extension } = clock;
  const happening = (code: string): Labelled => ({ code, label: nameOf(procedure, code, language) });
  return {
    clock: { code: clock.key, label: clock.title[language] },
    isMain: clock.isMain,
    starts: happening(clock.starts),
    ends: clock.ends.map(happening),
    limit: { ...clock.limit, text: inWords(clock.limit, language) },
    counting: pack.countingRules[countingCodeOf(clock.counting)],
    owedBy: { code: clock.owedBy, label: pack.clockOwners[clock.owedBy] },
    extension:
      extension === null
        ? null
        : {
            most: inWords(extension.most, language),
            times: extension.times,
            isMostByLaw: extension.isMostByLaw,
            approvedBy: pack.extensionApprovers[extension.approvedBy],
          },
    pauses: clock.pauses.map(({ ground, title, mostDays, source }) => ({
      ground: { code: ground, label: title[language] },
      mostDays,
      source,
    })),
    expiry: clock.expiry[language],
    source: clock.source,
    isVerified: clock.isVerified,
  };
}

/** What starts or ends a limit: something that happens in the procedure or lay before it, its outcome, or a status. */
function nameOf({ heldBy, outcomes }: Procedure, code: string, language: Language): string {
  const pack = words(language);
  const happenings: Readonly<Record<string, string>> =
    heldBy === 'step' ? pack.statuses : { ...pack.earlierEvents, ...pack.procedureEvents };
  return outcomes.find(({ outcome }) => outcome === code)?.title[language] ?? happenings[code] ?? code;
}

function inWords({ count, unit }: Limit, language: Language): string {
  return fill(words(language).limitsInWords[unit], { count });
}
