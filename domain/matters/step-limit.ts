import type { Limit } from '#domain/roadmap/counting.ts';
import { stepOf } from './transitions.ts';
import type { Status, Step } from './vocabulary.ts';

export type StepLimits = Readonly<Record<Step, Limit>>;

/** A clock to open: the step and its limit. */
export type OpenedClock = Limit & { readonly step: Step };

/**
 * The clock that a change of status opens, if it moves to another step. Work that comes back, after a call-back that
 * found somebody dissatisfied or by reopening, has the city's minimum; a reopened matter never less than that.
 */
export function clockOpened(
  before: Status,
  after: Status,
  limits: StepLimits,
  minimumReopenWorkingDays: number,
): OpenedClock | null {
  if (before === after) return null;
  const step = stepOf(after);
  if (step === null) return null;
  const limit = limits[step];
  const wasEnded = stepOf(before) === null;
  if (before === 'answered' && after === 'handling') {
    return { step, count: minimumReopenWorkingDays, unit: 'working-day' };
  }
  if (wasEnded) return { step, count: Math.max(limit.count, minimumReopenWorkingDays), unit: limit.unit };
  return { step, count: limit.count, unit: limit.unit };
}
