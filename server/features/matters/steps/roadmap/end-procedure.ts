import { openRun } from '#domain/roadmap/procedures/run.ts';
import type { MatterUseCase } from '../use-case.ts';

/** Ends the open procedure with its result; what may follow is then to be chosen, or the matter answered. */
export const endProcedure: MatterUseCase<'end-procedure'> = {
  action: 'end-procedure',
  plan({ outcome, on, reference, text }, { services, matter, today }) {
    const run = openRun(matter.runs);
    const procedure = run === null ? null : (services.roadmap.of(run) ?? null);
    return {
      command: { action: 'end-procedure', procedure, outcome, on: on ?? today, today },
      data: { procedure: run?.procedure, procedureOutcome: outcome, on: on ?? today },
      sealed: { text, facts: { ...(reference && { reference }) } },
    };
  },
};
