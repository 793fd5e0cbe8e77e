import type { Procedure, Requirement } from './procedure.ts';

/** A procedure that a matter goes through or went through. Days are ISO days of the city. */
export type Run = {
  readonly id: string;
  readonly procedure: string;
  /** The version of the procedure under which it began, and which holds to its end. */
  readonly version: string;
  readonly startedOn: string;
  /** What has happened in it, in order; the first began it. */
  readonly noted: readonly Noted[];
  readonly endedOn: string | null;
  readonly outcome: string | null;
};
export type Noted = { readonly event: string; readonly on: string };

/** The outcome of a procedure that ended because the matter itself did. */
export const discontinued = 'discontinued';

export const runRefusals = [
  'unknown-procedure',
  'procedure-open',
  'no-procedure-open',
  'not-of-this-kind',
  'party-refused',
  'not-a-successor',
  'requirement-missing',
  'day-in-future',
  'day-before-start',
  'event-not-of-procedure',
  'event-noted-already',
  'outcome-not-of-procedure',
  'not-voluntary',
] as const;
export type RunRefusal = (typeof runRefusals)[number];

/** What decides over the procedures that a matter may go through. */
export type RoadmapMatter = {
  readonly kind: string;
  readonly runs: readonly Run[];
  readonly refusedProcedures: readonly string[];
};

/** The one procedure that is open, if any; beside it the office's own steps are the main procedure. */
export function openRun(runs: readonly Run[]): Run | null {
  return runs.find(({ endedOn }) => endedOn === null) ?? null;
}

/** The procedure that ended last. */
export function lastRun(runs: readonly Run[]): Run | null {
  return runs.filter(({ endedOn }) => endedOn !== null).at(-1) ?? null;
}

/** Why a procedure may not begin on this matter, as far as the matter itself tells; null where it may. */
export function entryRefusal(
  procedure: Procedure,
  { kind, runs, refusedProcedures }: RoadmapMatter,
  last: Procedure | null,
): RunRefusal | null {
  if (procedure.heldBy === 'step') return 'unknown-procedure';
  if (openRun(runs) !== null) return 'procedure-open';
  if (procedure.kinds !== null && !procedure.kinds.includes(kind)) return 'not-of-this-kind';
  if (procedure.excludedKinds.includes(kind)) return 'not-of-this-kind';
  // 人民调解法 17: nobody is mediated against their will; the refusal stands until they choose otherwise.
  if (procedure.isVoluntary && refusedProcedures.includes(procedure.key)) return 'party-refused';
  return procedure.isEntry || followsLast(procedure.key, runs, last) ? null : 'not-a-successor';
}

/** Whether the outcome of the last procedure names this one as what may follow. */
export function followsLast(key: string, runs: readonly Run[], last: Procedure | null): boolean {
  const outcome = lastRun(runs)?.outcome ?? null;
  return last?.outcomes.find((one) => one.outcome === outcome)?.next.includes(key) ?? false;
}

type Days = { readonly on: string; readonly today: string; readonly notBefore: string };

/** A day on which something is said to have happened: not to come, and not before the other thing. */
function dayRefusal({ on, today, notBefore }: Days): RunRefusal | null {
  if (on > today) return 'day-in-future';
  return on < notBefore ? 'day-before-start' : null;
}

export type StartRun = {
  readonly procedure: Procedure;
  readonly version: string;
  readonly runId: string;
  readonly on: string;
  readonly today: string;
  /** The day on which the matter was brought; nothing of it began before. */
  readonly registeredOn: string;
  readonly confirmed: readonly Requirement[];
  /** The procedure of the last run, in the version under which it ran. */
  readonly last: Procedure | null;
};

type Runs = { readonly ok: true; readonly runs: readonly Run[] };
type Refused = { readonly ok: false; readonly refusal: RunRefusal };

/** Begins a procedure, or says why it may not begin. */
export function startRun(matter: RoadmapMatter, start: StartRun): Runs | Refused {
  const { procedure, version, runId, on, today, registeredOn, confirmed, last } = start;
  const refusal =
    entryRefusal(procedure, matter, last) ??
    dayRefusal({ on, today, notBefore: lastRun(matter.runs)?.endedOn ?? registeredOn }) ??
    (procedure.requires.every((one) => confirmed.includes(one)) ? null : 'requirement-missing');
  if (refusal !== null) return { ok: false, refusal };
  const event = procedure.events[0] ?? 'applied';
  const run: Run = {
    id: runId,
    procedure: procedure.key,
    version,
    startedOn: on,
    noted: [{ event, on }],
    endedOn: null,
    outcome: null,
  };
  return { ok: true, runs: [...matter.runs, run] };
}

/** Notes what happened in the open procedure. Each thing happens once. */
export function noteInRun(
  runs: readonly Run[],
  note: {
    readonly procedure: Procedure | null;
    readonly event: string;
    readonly on: string;
    readonly today: string;
  },
): Runs | Refused {
  const run = openRun(runs);
  if (run === null || note.procedure === null) return { ok: false, refusal: 'no-procedure-open' };
  const { event, on, today } = note;
  const events: readonly string[] = note.procedure.events;
  if (!events.includes(event)) return { ok: false, refusal: 'event-not-of-procedure' };
  if (run.noted.some((one) => one.event === event)) return { ok: false, refusal: 'event-noted-already' };
  const refusal = dayRefusal({ on, today, notBefore: run.noted.at(-1)?.on ?? run.startedOn });
  if (refusal !== null) return { ok: false, refusal };
  return { ok: true, runs: replaced(runs, { ...run, noted: [...run.noted, { event, on }] }) };
}

/** Ends the open procedure with one of its outcomes. */
export function endRun(
  runs: readonly Run[],
  end: {
    readonly procedure: Procedure | null;
    readonly outcome: string;
    readonly on: string;
    readonly today: string;
  },
): Runs | Refused {
  const run = openRun(runs);
  if (run === null || end.procedure === null) return { ok: false, refusal: 'no-procedure-open' };
  const { outcome, on, today } = end;
  if (!end.procedure.outcomes.some((one) => one.outcome === outcome))
    return { ok: false, refusal: 'outcome-not-of-procedure' };
  const refusal = dayRefusal({ on, today, notBefore: run.noted.at(-1)?.on ?? run.startedOn });
  if (refusal !== null) return { ok: false, refusal };
  return { ok: true, runs: replaced(runs, { ...run, endedOn: on, outcome }) };
}

/** What becomes of an open procedure when the matter itself has ended. */
export function endedWithMatter(runs: readonly Run[], today: string): readonly Run[] {
  const run = openRun(runs);
  return run === null ? runs : replaced(runs, { ...run, endedOn: today, outcome: discontinued });
}

function replaced(runs: readonly Run[], run: Run): readonly Run[] {
  return runs.map((one) => (one.id === run.id ? run : one));
}
