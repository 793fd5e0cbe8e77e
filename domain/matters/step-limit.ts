import type { Limit } from '#domain/roadmap/counting.ts';
import { stepOf } from './transitions.ts';
import { isOpen, type Status, type Step } from './vocabulary.ts';

export type StepLimits = Readonly<Record<Step, Limit>>;

/** A clock to open: the step and its limit. */
export type OpenedClock = Limit & { readonly step: Step };

/** What ends a limit for handling: the outcome, or the matter itself. A hand-over, its return and a decision do not. */
const endsHandling = (after: Status): boolean => after === 'resolved' || !isOpen(after);

/**
 * The clock that a change of status opens, if it moves to another step. A limit for that step that runs already runs on,
 * be it after a transfer or as it came along from a merged or split matter: the citizen's day does not move. Work that
 * comes back, after a call-back that found somebody dissatisfied or by reopening, has the city's minimum; a reopened
 * matter never less than that.
 */
export function clockOpened(
  before: Status,
  after: Status,
  running: readonly Step[],
  limits: StepLimits,
  minimumReopenWorkingDays: number,
): OpenedClock | null {
  if (before === after) return null;
  const step = stepOf(after);
  if (step === null || running.includes(step)) return null;
  const limit = limits[step];
  const wasEnded = stepOf(before) === null;
  if (before === 'answered' && after === 'handling') {
    return { step, count: minimumReopenWorkingDays, unit: 'working-day' };
  }
  if (wasEnded) return { step, count: Math.max(limit.count, minimumReopenWorkingDays), unit: limit.unit };
  return { step, count: limit.count, unit: limit.unit };
}

/** The clocks of the path that a change of status ends: that of the step taken, and with the outcome that for handling. */
export function stepsEnded(before: Status, after: Status): Step[] {
  if (before === after) return [];
  const step = stepOf(before);
  const isPassedOn = step === 'handle' && !endsHandling(after);
  const ended: Step[] = step === null || isPassedOn ? [] : [step];
  return endsHandling(after) && step !== null && step !== 'handle' ? [...ended, 'handle'] : ended;
}
