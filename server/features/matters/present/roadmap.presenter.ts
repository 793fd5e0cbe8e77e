import { type Language, words } from '#contract/language/language.ts';
import type { RoadmapProposal, RoadmapRun, RoadmapView } from '#contract/matters/roadmap.ts';
import type { Status } from '#domain/matters/vocabulary.ts';
import { dayNumber } from '#domain/roadmap/day-number.ts';
import { mainProcedure } from '#domain/roadmap/procedures/main-procedure.ts';
import {
  exit,
  mainClockOf,
  type Procedure,
  type ProcedureEvent,
} from '#domain/roadmap/procedures/procedure.ts';
import { type Proposal, proposalsFor } from '#domain/roadmap/procedures/proposals.ts';
import { discontinued, lastRun, openRun, type Run } from '#domain/roadmap/procedures/run.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { type ClockRow, ownClocks } from '../clocks/clock-row.ts';
import { type ClockReader, presentClock } from './clock.presenter.ts';
import type { OpenEvent } from './event.presenter.ts';
import { limitInWords, procedureOf } from './roadmap-labels.ts';

export type RoadmapOf = {
  readonly matter: {
    readonly kind: string;
    readonly status: Status;
    readonly runs: readonly Run[];
    readonly refusedProcedures: readonly string[];
    readonly chosenProcedure: string | null;
  };
  readonly clocks: readonly ClockRow[];
  /** The events, as far as the reader may see what is sealed in them. */
  readonly events: readonly Pick<OpenEvent, 'type' | 'data' | 'sealed'>[];
};

/** The roadmap as drawn on a matter's page and in the portal: past, present, possible next. */
export function presentRoadmap(reader: ClockReader, { matter, clocks, events }: RoadmapOf): RoadmapView {
  const { services } = reader;
  const last = lastRun(matter.runs);
  const run = openRun(matter.runs);
  const main = mainProcedure(matter.status, matter.runs);
  const windows = ownClocks(clocks).filter(
    ({ owedBy, endedOn = null }) => owedBy === 'party' && endedOn === null,
  );
  const proposals =
    // Nothing can begin before the matter is accepted.
    main === null || run !== null || matter.status === 'registered'
      ? []
      : proposalsFor(
          services.roadmap.inForce(todayOf(services)),
          matter,
          last === null ? null : procedureOf(services, last),
        );
  return {
    past: matter.runs
      .filter(({ endedOn }) => endedOn !== null)
      .map((one) => presentRun(reader, one, clocks, events)),
    now:
      main === null
        ? null
        : run === null
          ? presentSteps(reader, main, clocks)
          : presentRun(reader, run, clocks, events),
    windows: windows.map((clock) => presentClock(reader, clock)),
    next: proposals.map((proposal) => presentProposal(reader.language, proposal, matter.chosenProcedure)),
  };
}

function ofProcedure(procedure: Procedure, language: Language) {
  return {
    procedure: { code: procedure.key, label: procedure.title[language] },
    what: procedure.what[language],
    body: procedure.body[language],
    source: procedure.source,
    isVerified: procedure.isVerified,
    isOutside: procedure.heldBy === 'outside',
  };
}

function presentRun(
  reader: ClockReader,
  run: Run,
  clocks: readonly ClockRow[],
  events: RoadmapOf['events'],
): RoadmapRun {
  const { services, language } = reader;
  const procedure = procedureOf(services, run);
  const pack = words(language);
  const told = toldOf(run, events);
  const noted = new Set(run.noted.map(({ event }) => event));
  return {
    id: run.id,
    ...ofProcedure(procedure, language),
    startedOn: run.startedOn,
    endedOn: run.endedOn,
    outcome: run.outcome === null ? null : outcomeLabelled(procedure, run.outcome, language),
    usedDays: daysBetween(run.startedOn, run.endedOn ?? todayOf(services)),
    reference: told.reference,
    heldAt: told.body,
    noted: run.noted.map(({ event, on }) => ({
      event: { code: event, label: pack.procedureEvents[event as ProcedureEvent] ?? event },
      on,
    })),
    clocks: ownClocks(clocks)
      .filter(({ runId, owedBy }) => runId === run.id && owedBy !== 'party')
      .map((clock) => presentClock(reader, clock)),
    events:
      run.endedOn === null
        ? procedure.events
            .filter((event) => !noted.has(event))
            .map((event) => ({ code: event, label: pack.procedureEvents[event] }))
        : [],
    outcomes: procedure.outcomes.map(({ outcome, title, next }) => ({
      code: outcome,
      label: title[language],
      next: next
        .filter((key) => key !== exit)
        .map((key) => ({ code: key, label: titleOf(services, key, language) })),
    })),
  };
}

/** The office's own steps as the main procedure. */
function presentSteps(reader: ClockReader, key: string, clocks: readonly ClockRow[]): RoadmapRun {
  const { services, language } = reader;
  const procedure = services.roadmap.steps.find((one) => one.key === key);
  if (procedure === undefined) throw new Error(`there are no steps called ${key}`);
  const keys = new Set<string>([...procedure.clocks.map((clock) => clock.key), 'conclude']);
  const own = ownClocks(clocks).filter(({ step, endedOn = null }) => keys.has(step) && endedOn === null);
  const startedOn = own.map((clock) => clock.startedOn).sort()[0] ?? null;
  return {
    id: null,
    ...ofProcedure(procedure, language),
    startedOn,
    endedOn: null,
    outcome: null,
    usedDays: startedOn === null ? 0 : daysBetween(startedOn, todayOf(services)),
    reference: null,
    heldAt: null,
    noted: [],
    clocks: own.map((clock) => presentClock(reader, clock)),
    events: [],
    outcomes: [],
  };
}

function presentProposal(
  language: Language,
  { procedure, reason, refusal }: Proposal,
  chosen: string | null,
): RoadmapProposal {
  const pack = words(language);
  const main = mainClockOf(procedure);
  return {
    ...ofProcedure(procedure, language),
    reason: { code: reason, label: pack.proposalReasons[reason] },
    isChosen: chosen === procedure.key,
    isVoluntary: procedure.isVoluntary,
    refusal: refusal === null ? null : pack.errors[refusal],
    startedBy: pack.starters[procedure.startedBy],
    requires: procedure.requires.map((code) => ({ code, label: pack.requirements[code] })),
    limit:
      main === undefined
        ? null
        : {
            ...main.limit,
            text: `${main.title[language]} · ${limitInWords(main.limit, language)}`,
          },
  };
}

function outcomeLabelled(procedure: Procedure, outcome: string, language: Language) {
  const title = procedure.outcomes.find((one) => one.outcome === outcome)?.title[language];
  const label = title ?? (outcome === discontinued ? words(language).procedureEnds.discontinued : outcome);
  return { code: outcome, label };
}

function titleOf(services: Services, key: string, language: Language): string {
  return services.roadmap.inForce(todayOf(services)).find((one) => one.key === key)?.title[language] ?? key;
}

/** The other body and its number: the last that was said in an event of this procedure. */
function toldOf(run: Run, events: RoadmapOf['events']): { reference: string | null; body: string | null } {
  const own = events.filter(({ type, data }) => isOfRun(type) && data['procedure'] === run.procedure);
  const last = (fact: 'reference' | 'body'): string | null =>
    (own.map(({ sealed }) => sealed?.facts?.[fact]).findLast((value) => typeof value === 'string') as
      | string
      | undefined
      | null) ?? null;
  return { reference: last('reference'), body: last('body') };
}

function isOfRun(type: string): boolean {
  return ['start-procedure', 'note-procedure', 'end-procedure'].includes(type);
}

function daysBetween(from: string, until: string): number {
  return dayNumber(until) - dayNumber(from);
}
