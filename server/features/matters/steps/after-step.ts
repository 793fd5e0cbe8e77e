import type { Temporal } from 'temporal-polyfill';
import { clockOpened, stepsEnded } from '#domain/matters/step-limit.ts';
import type { Change } from '#domain/matters/take-step.ts';
import { isOpen, type Step as OwedStep, steps } from '#domain/matters/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { type StartedClock, startClock } from '../clocks/start-clock.ts';
import type { MatterRecord } from '../matter-record.ts';
import { type ClockRow, ownClocks } from '../present/clock.presenter.ts';

/** How a matter stands once a step is taken: its row, the clocks that end and start, those that run then. */
export type AfterStep = {
  readonly matter: MatterRecord;
  readonly endedClocks: readonly ClockRow[];
  readonly started: readonly StartedClock[];
  readonly running: readonly ClockRow[];
};

type Step = {
  readonly before: MatterRecord & { readonly running: readonly ClockRow[] };
  readonly change: Change;
  /** A flag that was set or kept for another week, or null where it was lifted. */
  readonly danger: string | null | undefined;
  /** How many working days another office is given, where the city's own limit is not meant. */
  readonly assistDays?: number | undefined;
  readonly now: Temporal.Instant;
};

/** A flag ends with the matter. A matter is due when the first of its own running clocks is. */
export function afterStep(services: Services, step: Step): AfterStep {
  const { before, change, danger, now } = step;
  const isNowOpen = isOpen(change.status);
  const isReopened = !isOpen(before.status) && isNowOpen;
  const over = endedSteps(before, change, danger);
  const ended = before.running.filter((clock) =>
    (clock.taskId ?? null) === null
      ? over.includes(clock.step)
      : taskEnded(before, change).includes(clock.taskId ?? ''),
  );
  const started = [...startedClocks(services, before, change, danger, now), ...taskClocks(services, step)];
  const running = [...before.running.filter((clock) => !ended.includes(clock)), ...started];
  const matter: MatterRecord = {
    ...before,
    ...change,
    version: before.version + 1,
    reopenings: before.reopenings + (isReopened ? 1 : 0),
    danger: isNowOpen ? (danger === undefined ? before.danger : danger) : null,
    dueOn: isNowOpen ? (dueFirst(running) ?? before.dueOn) : null,
    endedAt: isNowOpen ? null : (before.endedAt ?? new Date(now.epochMilliseconds)),
  };
  return { matter, endedClocks: ended, started, running };
}

/** Whose turn it is depends on the matter's own clocks; what another office owes has its own place. */
export function dueFirst(running: readonly Pick<ClockRow, 'dueOn' | 'taskId'>[]): string | undefined {
  return ownClocks(running)
    .map(({ dueOn }) => dueOn)
    .sort()[0];
}

/** The open tasks that this change ends. */
function taskEnded(before: MatterRecord, change: Change): string[] {
  const open = new Set(change.tasks?.filter(({ status }) => status === 'open').map(({ id }) => id));
  return change.tasks === undefined
    ? []
    : before.tasks.filter(({ id, status }) => status === 'open' && !open.has(id)).map(({ id }) => id);
}

/** A clock for each task that this change opens. */
function taskClocks(services: Services, { before, change, assistDays, now }: Step): StartedClock[] {
  const limit = services.pack.stepLimits.assist;
  const known = new Set(before.tasks.map(({ id }) => id));
  return (change.tasks ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => {
      const counted =
        assistDays === undefined ? limit : ({ count: assistDays, unit: 'working-day' } as const);
      return {
        ...startClock(services, { step: 'assist', count: counted.count, unit: counted.unit }, now),
        taskId: id,
      };
    });
}

function startedClocks(
  services: Services,
  before: Step['before'],
  change: Change,
  danger: Step['danger'],
  now: Temporal.Instant,
): StartedClock[] {
  const { stepLimits, city } = services.pack;
  const opened = clockOpened(
    before.status,
    change.status,
    before.running.map(({ step }) => step),
    stepLimits,
    city.minimumReopenWorkingDays,
  );
  const clocks = opened === null ? [] : [startClock(services, opened, now)];
  if (change.isSampled === true) {
    clocks.push(startClock(services, { step: 'review-closing', ...stepLimits['review-closing'] }, now));
  }
  if (change.isReopeningAsked === true) {
    clocks.push(startClock(services, { step: 'answer-reopening', ...stepLimits['answer-reopening'] }, now));
  }
  if (danger !== undefined && danger !== null) {
    clocks.push(startClock(services, { step: 'safety-review', ...stepLimits['safety-review'] }, now));
  }
  return clocks;
}

/** Their limits run when a matter has ended. */
const ofEndedMatters: readonly OwedStep[] = ['review-closing', 'answer-reopening'];

function endedSteps(before: MatterRecord, change: Change, danger: Step['danger']): string[] {
  const ended: string[] = stepsEnded(before.status, change.status);
  if (danger !== undefined) ended.push('safety-review');
  // Whatever came along from a merged or split matter ends with this one, too.
  if (!isOpen(change.status)) ended.push(...steps.filter((one) => !ofEndedMatters.includes(one)));
  if (before.isSampled && change.isSampled === false) ended.push('review-closing');
  if (before.isReopeningAsked && change.isReopeningAsked === false) ended.push('answer-reopening');
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
