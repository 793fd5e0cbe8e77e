import { openRun } from '#domain/roadmap/procedures/run.ts';
import type { MatterUseCase } from '../use-case.ts';

/** Notes what happened in the open procedure, on its own day: limits end and start with it. */
export const noteProcedure: MatterUseCase<'note-procedure'> = {
  action: 'note-procedure',
  plan({ event, on, reference, text }, { services, matter, today }) {
    const run = openRun(matter.runs);
    const procedure = run === null ? null : (services.roadmap.of(run) ?? null);
    return {
      command: { action: 'note-procedure', procedure, event, on: on ?? today, today },
      data: { procedure: run?.procedure, procedureEvent: event, on: on ?? today },
      sealed: { ...(text !== undefined && { text }), facts: { ...(reference && { reference }) } },
    };
  },
};
