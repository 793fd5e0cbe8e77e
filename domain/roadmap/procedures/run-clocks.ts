import type { Procedure, ProcedureClock } from './procedure.ts';
import type { Run } from './run.ts';

/** A clock of a procedure by its name in the world: `petition-handling/decide`. */
export type ProcedureClockCode = `${string}/${string}`;

export function clockCode(procedure: string, clock: string): ProcedureClockCode {
  return `${procedure}/${clock}`;
}

/** The procedure and the clock that a code names; null for a step of the path. */
export function partsOfCode(code: string): { readonly procedure: string; readonly clock: string } | null {
  const [procedure, clock] = code.split('/');
  return procedure === undefined || clock === undefined ? null : { procedure, clock };
}

export type StartingClock = { readonly definition: ProcedureClock; readonly startedOn: string };
export type RunClocks = {
  readonly started: readonly StartingClock[];
  /** Keys of clocks that end, each on its day. */
  readonly ended: readonly { readonly key: string; readonly on: string }[];
};

/**
 * The clocks that a change of one procedure starts and ends. With the procedure all its clocks end but the parties' own
 * windows; those that its outcome opens start.
 */
export function clocksOfChange(procedure: Procedure, before: Run | null, run: Run): RunClocks {
  const news = run.noted.slice(before?.noted.length ?? 0);
  const started: StartingClock[] = [];
  const ended: { key: string; on: string }[] = [];
  for (const { event, on } of news) {
    for (const definition of procedure.clocks) {
      if (definition.ends.includes(event)) ended.push({ key: definition.key, on });
      if (definition.starts === event) started.push({ definition, startedOn: on });
    }
  }
  if (run.endedOn !== null && before?.endedOn === null) {
    const { endedOn, outcome } = run;
    for (const definition of procedure.clocks) {
      if (definition.starts === outcome) started.push({ definition, startedOn: endedOn });
      else if (definition.owedBy !== 'party' || definition.ends.includes(outcome ?? ''))
        ended.push({ key: definition.key, on: endedOn });
    }
  }
  return { started, ended };
}
