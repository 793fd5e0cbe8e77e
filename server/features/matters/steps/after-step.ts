import type { Temporal } from 'temporal-polyfill';
import type { Change } from '#domain/matters/step-command.ts';
import { clockOpened, stepsEnded } from '#domain/matters/step-limit.ts';
import { isOpen, type Step as OwedStep, steps } from '#domain/matters/vocabulary.ts';
import type { ChangedFact, ClockFacts, EndedFact, OpenedFact } from '#domain/roadmap/clock-facts.ts';
import { dueFirst } from '#domain/roadmap/due-first.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import { standingOf } from '#domain/roadmap/procedures/clock-change.ts';
import { endedWithMatter, openRun, type Run } from '#domain/roadmap/procedures/run.ts';
import { clockCode, clocksOfChange } from '#domain/roadmap/procedures/run-clocks.ts';
import type { Services } from '#server/app/services.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import { type StartedClock, startClock, startProcedureClock } from '../clocks/start-clock.ts';
import type { MatterRecord } from '../matter-record.ts';

/** How a matter stands once a step is taken: its row, the clocks that end and start, those that run then. */
export type AfterStep = {
  readonly matter: MatterRecord;
  readonly endedClocks: readonly EndedClock[];
  /** Those that run on under another count, or with a change of it asked for. */
  readonly changedClocks: readonly ClockRow[];
  /** Of them those whose days are counted otherwise from now on. */
  readonly recountedClocks: readonly ClockRow[];
  /** The procedures that began, went on or ended. */
  readonly changedRuns: readonly Run[];
  readonly started: readonly StartedClock[];
  readonly running: readonly ClockRow[];
};

/** A clock that ends, on its day. */
export type EndedClock = EndedFact;

type Step = {
  readonly before: MatterRecord & { readonly running: readonly ClockRow[] };
  readonly change: Change;
  /** A flag that was set or kept for another week, or null where it was lifted. */
  readonly danger: string | null | undefined;
  /** How many working days another office is given, where the city's own limit is not meant. */
  readonly assistDays?: number | undefined;
  readonly now: Temporal.Instant;
  /** Clocks that the step extends, halts or lets run again. */
  readonly changedClocks?: readonly ClockRow[];
};

/** A flag ends with the matter. A matter is due when the first of its own running clocks is. */
export function afterStep(services: Services, step: Step): AfterStep {
  const { before, danger, now, changedClocks = [] } = step;
  const today = legalDay(now, services.pack.city.zone).toString();
  const change = isOpen(step.change.status)
    ? step.change
    : { ...step.change, runs: endedWithMatter(step.change.runs ?? before.runs, today) };
  const isNowOpen = isOpen(change.status);
  const isReopened = !isOpen(before.status) && isNowOpen;
  const over = endedSteps(before, change, danger);
  const course = clocksOfRuns(services, before, change.runs ?? before.runs);
  const ended = before.running.flatMap((clock): EndedClock[] => {
    const { id, taskId = null } = clock;
    if (taskId !== null) return taskEnded(before, change).includes(taskId) ? [{ id, on: today }] : [];
    const inCourse = course.ended.find((one) => one.id === id);
    return inCourse ? [inCourse] : over.includes(clock.step) ? [{ id, on: today }] : [];
  });
  const started = [
    ...startedClocks(services, before, change, danger, now),
    ...taskClocks(services, step),
    ...course.started,
  ];
  const endedIds = new Set(ended.map(({ id }) => id));
  const running = [
    ...before.running
      .filter(({ id }) => !endedIds.has(id))
      .map((clock) => changedClocks.find(({ id }) => id === clock.id) ?? clock),
    ...started,
  ];
  const first = isNowOpen ? dueFirst(running) : undefined;
  const matter: MatterRecord = {
    ...before,
    ...change,
    version: before.version + 1,
    reopenings: before.reopenings + (isReopened ? 1 : 0),
    danger: isNowOpen ? (danger === undefined ? before.danger : danger) : null,
    dueOn: isNowOpen ? (first?.dueOn ?? before.dueOn) : null,
    dueFrom: isNowOpen ? (first?.startedOn ?? before.dueFrom) : null,
    ...standingOf(running, today),
    endedAt: isNowOpen ? null : (before.endedAt ?? new Date(now.epochMilliseconds)),
  };
  const recountedClocks = changedClocks.filter((clock) => isRecounted(before.running, clock));
  const changedRuns = matter.runs.filter((run) => !before.runs.includes(run));
  return { matter, endedClocks: ended, changedClocks, recountedClocks, changedRuns, started, running };
}

function isRecounted(before: readonly ClockRow[], clock: ClockRow): boolean {
  const [was, is] = changedFacts([...before.filter(({ id }) => id === clock.id), clock]);
  return JSON.stringify(was) !== JSON.stringify(is);
}

/** What an event says of clocks and procedures: enough to reckon every day again from the events alone. */
export function clockFacts({ started, endedClocks, recountedClocks, changedRuns }: AfterStep): ClockFacts {
  return {
    ...(started.length > 0 && { opened: openedFacts(started) }),
    ...(endedClocks.length > 0 && { ended: endedClocks }),
    ...(recountedClocks.length > 0 && { changed: changedFacts(recountedClocks) }),
    ...(changedRuns.length > 0 && { runs: changedRuns }),
  };
}

export function changedFacts(clocks: readonly ChangedFact[]): ChangedFact[] {
  return clocks.map(({ id, pauses, extensions, dueOn, isProvisional }) => ({
    id,
    pauses,
    extensions,
    dueOn,
    isProvisional,
  }));
}

export function openedFacts(clocks: readonly ClockRow[]): OpenedFact[] {
  return clocks.map(({ endedOn: _ended, source: _source, asked: _asked, ...facts }) => facts);
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
    [...before.running.map(({ step }) => step as OwedStep), ...stepsCovered(change.runs ?? before.runs)],
    stepLimits,
    city.minimumReopenWorkingDays,
  );
  const clocks = opened === null ? [] : [startClock(services, opened, now)];
  // 首问负责: once a procedure has ended, somebody says what follows, within a limit of its own.
  if (isConcluding(before, change)) {
    clocks.push(startClock(services, { step: 'conclude', ...stepLimits.conclude }, now));
  }
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

/** While a lawful procedure is open its own limit stands in the place of the city's for handling. */
function stepsCovered(runs: MatterRecord['runs']): OwedStep[] {
  return openRun(runs) === null ? [] : ['handle'];
}

function isConcluding(before: Step['before'], change: Change): boolean {
  const isEnded = openRun(before.runs) !== null && openRun(change.runs ?? before.runs) === null;
  return isEnded && change.status === 'handling' && !before.running.some(({ step }) => step === 'handle');
}

/** What the procedures that begin, go on or end mean for the clocks. A window that was used ends with its use. */
function clocksOfRuns(
  services: Services,
  before: Step['before'],
  runs: MatterRecord['runs'],
): { readonly started: StartedClock[]; readonly ended: EndedClock[] } {
  const started: StartedClock[] = [];
  const ended: EndedClock[] = [];
  for (const run of runs) {
    const earlier = before.runs.find(({ id }) => id === run.id) ?? null;
    if (earlier === run) continue;
    const procedure = services.roadmap.of(run);
    if (procedure === undefined) throw new Error(`no version ${run.version} of ${run.procedure} is known`);
    const course = clocksOfChange(procedure, earlier, run);
    started.push(...course.started.map((one) => startProcedureClock(services, run, one)));
    for (const { key, on } of course.ended) {
      const code = clockCode(run.procedure, key);
      const clock = before.running.find(({ runId, step }) => runId === run.id && step === code);
      if (clock) ended.push({ id: clock.id, on });
      else {
        // It began and ended with what was said at once.
        const index = started.findIndex(({ runId, step }) => runId === run.id && step === code);
        if (index >= 0) started.splice(index, 1);
      }
    }
    if (earlier !== null) continue;
    const used = before.running.filter(({ owedBy, runId }) => owedBy === 'party' && runId !== null);
    ended.push(...used.map(({ id }) => ({ id, on: run.startedOn })));
  }
  return { started, ended };
}

/** Their limits run when a matter has ended. */
const ofEndedMatters: readonly OwedStep[] = ['review-closing', 'answer-reopening'];

function endedSteps(before: MatterRecord, change: Change, danger: Step['danger']): string[] {
  const ended: string[] = stepsEnded(before.status, change.status);
  if (danger !== undefined) ended.push('safety-review');
  if (openRun(before.runs) === null && openRun(change.runs ?? before.runs) !== null)
    ended.push('handle', 'conclude');
  if (before.status === 'handling' && stepsEnded(before.status, change.status).includes('handle'))
    ended.push('conclude');
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
