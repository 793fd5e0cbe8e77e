import type { Status } from '#domain/matters/vocabulary.ts';
import { openRun, type Run } from './run.ts';
import type { StepProcedureKey } from './step-procedures.ts';

const ofStatus: Readonly<Record<Status, StepProcedureKey | null>> = {
  registered: 'intake',
  accepted: 'intake',
  offered: 'intake',
  disputed: 'intake',
  handling: 'department-handling',
  resolved: 'completion',
  answered: 'completion',
  'called-back': 'completion',
  closed: null,
  declined: null,
};

/**
 * The one main procedure in which an open matter is: the lawful one that runs, or else the office's own steps. An ended
 * matter is in none.
 */
export function mainProcedure(status: Status, runs: readonly Run[]): string | null {
  const own = ofStatus[status];
  return own === null ? null : (openRun(runs)?.procedure ?? own);
}
