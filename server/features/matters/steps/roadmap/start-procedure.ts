import { lastRun } from '#domain/roadmap/procedures/run.ts';
import { refuse } from '#server/app/refusal.ts';
import { receivedOn } from '../merging/received-on.ts';
import type { MatterUseCase } from '../use-case.ts';

/** Begins a lawful procedure: from here on it is the matter's main one, and its clocks run. */
export const startProcedure: MatterUseCase<'start-procedure'> = {
  action: 'start-procedure',
  plan({ procedure: key, on, confirmed = [], reference, body, text }, { services, matter, today }) {
    const procedure = services.roadmap.inForce(on ?? today).find((one) => one.key === key);
    if (procedure === undefined || procedure.heldBy === 'step')
      refuse(422, 'unknown-procedure', { field: 'procedure' });
    const last = lastRun(matter.runs);
    return {
      command: {
        action: 'start-procedure',
        procedure,
        version: services.roadmap.versionOf(procedure),
        runId: services.newId(),
        on: on ?? today,
        today,
        registeredOn: receivedOn(services, matter),
        confirmed,
        kind: matter.kind,
        last: last === null ? null : (services.roadmap.of(last) ?? null),
      },
      data: { procedure: key, on: on ?? today, confirmed },
      sealed: {
        ...(text !== undefined && { text }),
        facts: { ...(reference && { reference }), ...(body && { body }) },
      },
    };
  },
};
