import type { Temporal } from 'temporal-polyfill';
import { clockOpened } from '#domain/matters/step-limit.ts';
import type { Change } from '#domain/matters/take-step.ts';
import { stepOf } from '#domain/matters/transitions.ts';
import { isOpen } from '#domain/matters/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { type StartedClock, startClock } from '../clocks/start-clock.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { ClockRow } from '../present/clock.presenter.ts';

/** How a matter stands once a step is taken: its row, the clocks that end and start, those that run then. */
export type AfterStep = {
  readonly matter: MatterRecord;
  readonly endedSteps: readonly string[];
  readonly started: readonly StartedClock[];
  readonly running: readonly ClockRow[];
};

type Step = {
  readonly before: MatterRecord & { readonly running: readonly ClockRow[] };
  readonly change: Change;
  /** A flag that was set or kept for another week, or null where it was lifted. */
  readonly danger: string | null | undefined;
  readonly now: Temporal.Instant;
};

/** A flag ends with the matter. A matter is due when the first of its running clocks is. */
export function afterStep(services: Services, { before, change, danger, now }: Step): AfterStep {
  const isNowOpen = isOpen(change.status);
  const isReopened = !isOpen(before.status) && isNowOpen;
  const ended = endedSteps(before, change, danger);
  const started = startedClocks(services, before, change, danger, now);
  const running = [...before.running.filter(({ step }) => !ended.includes(step)), ...started];
  const matter: MatterRecord = {
    ...before,
    ...change,
    version: before.version + 1,
    reopenings: before.reopenings + (isReopened ? 1 : 0),
    danger: isNowOpen ? (danger === undefined ? before.danger : danger) : null,
    dueOn: isNowOpen ? (running.map(({ dueOn }) => dueOn).sort()[0] ?? before.dueOn) : null,
    endedAt: isNowOpen ? null : (before.endedAt ?? new Date(now.epochMilliseconds)),
  };
  return { matter, endedSteps: ended, started, running };
}

function startedClocks(
  services: Services,
  before: MatterRecord,
  change: Change,
  danger: Step['danger'],
  now: Temporal.Instant,
): StartedClock[] {
  const { stepLimits, city } = services.pack;
  const opened = clockOpened(before.status, change.status, stepLimits, city.minimumReopenWorkingDays);
  const clocks = opened === null ? [] : [startClock(services, opened, now)];
  if (change.isSampled === true) {
    clocks.push(startClock(services, { step: 'review-closing', ...stepLimits['review-closing'] }, now));
  }
  if (danger !== undefined && danger !== null) {
    clocks.push(startClock(services, { step: 'safety-review', ...stepLimits['safety-review'] }, now));
  }
  return clocks;
}

function endedSteps(before: MatterRecord, change: Change, danger: Step['danger']): string[] {
  const ended: string[] = [];
  const step = stepOf(before.status);
  if (step !== null && before.status !== change.status) ended.push(step);
  if (danger !== undefined || !isOpen(change.status)) ended.push('safety-review');
  if (before.isSampled && change.isSampled === false) ended.push('review-closing');
  return ended;
}

/** Who held and led it, where that changed: the timeline and every count read it from the event. */
export function movedFacts(before: MatterRecord, after: MatterRecord): Record<string, unknown> {
  return {
    ...(before.status !== after.status && { from: before.status, to: after.status }),
    ...(before.holderUnitId !== after.holderUnitId && { holderUnitId: after.holderUnitId }),
    ...(before.leadUnitId !== after.leadUnitId && { leadUnitId: after.leadUnitId }),
    ...(before.handlerUserId !== after.handlerUserId && { handlerUserId: after.handlerUserId }),
    ...(before.dueOn !== after.dueOn && { dueOn: after.dueOn }),
  };
}
