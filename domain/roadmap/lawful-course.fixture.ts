import { clockOpened, type StepLimits, stepsEnded } from '#domain/matters/step-limit.ts';
import { isOpen, type Status, type Step, steps } from '#domain/matters/vocabulary.ts';
import type { StoredClock, StoredMatter } from './compare-replay.ts';
import { countingOf } from './counting.ts';
import { isoOf, type PaperCalendar, tell } from './law-by-day.fixture.ts';
import { changeRefusal, decideChange, endPause } from './procedures/clock-change.ts';
import { confirmation, mediation } from './procedures/mediation.fixture.ts';
import type { Procedure } from './procedures/procedure.ts';
import {
  endedWithMatter,
  endRun,
  lastRun,
  noteInRun,
  openRun,
  type Run,
  startRun,
} from './procedures/run.ts';
import { clockCode, clocksOfChange, partsOfCode } from './procedures/run-clocks.ts';
import type { ReplayedEvent } from './replay.ts';

/** What somebody wants to do next; what the rules refuse is left. */
export type Wish = {
  readonly daysLater: number;
  readonly act:
    | 'go-on'
    | 'start'
    | 'follow'
    | 'note'
    | 'end'
    | 'extend'
    | 'pause'
    | 'run-again'
    | 'ask-help'
    | 'recount';
  /** Chooses between what is there, and how long. */
  readonly draw: number;
};

export type Course = { readonly stored: StoredMatter; readonly events: readonly ReplayedEvent[] };

const path: readonly Status[] = [
  'registered',
  'accepted',
  'offered',
  'handling',
  'resolved',
  'answered',
  'closed',
];
const limits = Object.fromEntries(
  steps.map((step, index) => [
    step,
    { count: 3 + 2 * index, unit: index % 2 === 0 ? 'working-day' : 'natural-day' },
  ]),
) as StepLimits;
const procedures = new Map([mediation, confirmation].map((one) => [one.key, one]));
const procedureOf = (run: Run | null): Procedure | null => (run && procedures.get(run.procedure)) ?? null;

/**
 * Lives a matter through and writes, as the program does, rows and events. The days of the rows are not the program's:
 * they are told by the model of the law.
 */
export function liveThrough(
  wishes: readonly Wish[],
  from: number,
  paperOn: (day: number) => PaperCalendar,
): Course {
  const rows = new Map<string, StoredClock>();
  const events: ReplayedEvent[] = [];
  let status = 'registered' as Status;
  let runs: readonly Run[] = [];
  let due: { on: string; from: string } | null = null;
  let day = from;
  let made = 0;
  const newId = (): string => {
    made += 1;
    return `id-${made}`;
  };

  const counted = <T extends Omit<StoredClock, 'dueOn' | 'isProvisional'>>(clock: T) => {
    const { firstDay, lastDayOnHoliday } = countingOf(clock.counting);
    const told = tell(
      {
        start: numberOf(clock.startedOn),
        limit: clock,
        isFirstDayCounted: firstDay === 'counted',
        movesOffHolidays: lastDayOnHoliday === 'next-working-day',
        standstills: clock.pauses.map((one) => ({ from: numberOf(one.from), until: numberOf(one.until) })),
        extensions: clock.extensions,
        today: day,
      },
      paperOn(day),
    );
    return { ...clock, dueOn: isoOf(told.due), isProvisional: told.isProvisional };
  };
  const openClock = (
    clock: Partial<StoredClock> & Pick<StoredClock, 'step' | 'startedOn' | 'count' | 'unit'>,
  ) =>
    counted({
      id: newId(),
      counting: 'not-counted next-working-day',
      owedBy: 'office',
      runId: null,
      pauses: [],
      extensions: [],
      endedOn: null,
      ...clock,
    });
  const running = (): StoredClock[] => [...rows.values()].filter(({ endedOn }) => endedOn === null);
  const write = (facts: {
    readonly to?: Status;
    readonly opened?: readonly StoredClock[];
    readonly ended?: readonly { readonly id: string; readonly on: string }[];
    readonly changed?: readonly StoredClock[];
    readonly runs?: readonly Run[];
  }): void => {
    const { to, opened = [], ended = [], changed = [], runs: moved = [] } = facts;
    for (const clock of [...changed, ...opened]) rows.set(clock.id, clock);
    for (const { id, on } of ended) rows.set(id, { ...(rows.get(id) as StoredClock), endedOn: on });
    status = to ?? status;
    let least: StoredClock | null = null;
    for (const clock of running()) {
      if (clock.taskId || clock.owedBy === 'party') continue;
      const [one, other] = [clock, least].map((each) =>
        each === null ? '~' : `${each.dueOn} ${each.startedOn}`,
      );
      if (String(one) < String(other)) least = clock;
    }
    if (!isOpen(status)) due = null;
    else if (least !== null) due = { on: least.dueOn, from: least.startedOn };
    events.push({
      version: events.length + 1,
      recordedAt: `${isoOf(day)}T04:00:00Z`,
      ...(to && { to }),
      // What the event says a day came to is of no use to whoever reckons it again.
      opened: opened.map(({ endedOn: _ended, ...fact }) => ({
        ...fact,
        dueOn: '1999-01-01',
        isProvisional: false,
      })),
      ended,
      changed: changed.map(({ id, pauses, extensions }) => ({
        id,
        pauses,
        extensions,
        dueOn: '1999-01-01',
        isProvisional: false,
      })),
      runs: moved,
    });
  };

  const goOn = (to: Status): void => {
    const today = isoOf(day);
    const before = runs;
    if (!isOpen(to)) runs = endedWithMatter(runs, today);
    const covered: Step[] = openRun(runs) === null ? [] : ['handle'];
    const names = running().map(({ step }) => step as Step);
    const opened = clockOpened(status, to, [...names, ...covered], limits, 10);
    const over: readonly string[] = stepsEnded(status, to);
    // A window of the parties' own outlives the matter.
    const isOver = ({ step, owedBy }: StoredClock): boolean =>
      over.includes(step) || (!isOpen(to) && owedBy !== 'party');
    write({
      to,
      ended: running()
        .filter(isOver)
        .map(({ id }) => ({ id, on: today })),
      opened: opened === null ? [] : [openClock({ ...opened, startedOn: today })],
      runs: runs.filter((run) => !before.includes(run)),
    });
  };
  const moveRuns = (result: { ok: true; runs: readonly Run[] } | { ok: false }): void => {
    if (!result.ok) return;
    const run = result.runs.find((one) => !runs.includes(one));
    const procedure = procedureOf(run ?? null);
    if (run === undefined || procedure === null) return;
    const earlier = runs.find(({ id }) => id === run.id) ?? null;
    const { started, ended } = clocksOfChange(procedure, earlier, run);
    runs = result.runs;
    const today = isoOf(day);
    const handling = earlier === null ? running().filter(({ step }) => step === 'handle') : [];
    const used = earlier === null ? running().filter(({ owedBy }) => owedBy === 'party') : [];
    write({
      opened: started.map(({ definition, startedOn }) =>
        openClock({
          step: clockCode(run.procedure, definition.key),
          startedOn,
          ...definition.limit,
          owedBy: definition.owedBy,
          runId: run.id,
        }),
      ),
      ended: [
        ...handling.map(({ id }) => ({ id, on: today })),
        ...used.map(({ id }) => ({ id, on: run.startedOn })),
        ...running()
          .filter(({ runId }) => runId === run.id)
          .flatMap(({ id, step }) =>
            ended.filter(({ key }) => clockCode(run.procedure, key) === step).map(({ on }) => ({ id, on })),
          ),
      ],
      runs: [run],
    });
  };
  const changeClock = (draw: number, change: 'extension' | 'pause'): void => {
    const found = running().flatMap((clock) => {
      const procedure = procedureOf(runs.find(({ id }) => id === clock.runId) ?? null);
      const definition = procedure?.clocks.find(({ key }) => key === partsOfCode(clock.step)?.clock);
      const isProvided = change === 'pause' ? definition?.pauses.length : definition?.extension;
      return definition !== undefined && isProvided ? [{ clock, definition }] : [];
    });
    const { clock, definition } = found[draw % Math.max(found.length, 1)] ?? {};
    if (clock === undefined || definition === undefined) return;
    const begins = Math.max(numberOf(clock.startedOn), day - (draw % 4));
    const asked =
      change === 'extension'
        ? ({ change, count: 1 + (draw % 30), byUserId: 'one' } as const)
        : ({
            change,
            ground: 'appraisal',
            from: isoOf(begins),
            until: isoOf(begins + 1 + (draw % 20)),
            byUserId: 'one',
          } as const);
    const changeable = { ...clock, asked: null };
    const between = (one: string, other: string): number => numberOf(other) - numberOf(one);
    if (changeRefusal(definition, changeable, asked, between) !== null) return;
    const by = { isApproved: true, byUserId: 'other', on: isoOf(day) };
    const decided = decideChange(definition, { ...changeable, asked }, by);
    if (!decided.ok) throw new Error(decided.refusal);
    const { asked: _decided, ...changed } = decided.clock;
    write({ changed: [counted(changed)] });
  };

  write({
    to: 'registered',
    opened: [openClock({ step: 'accept', startedOn: isoOf(day), ...limits.accept })],
  });
  for (const { daysLater, act, draw } of wishes) {
    day += daysLater;
    const today = isoOf(day);
    const matter = { kind: '15', runs, refusedProcedures: [] };
    const procedure = procedureOf(openRun(runs));
    const last = procedureOf(lastRun(runs));
    const begin = { version: 'v1', on: today, today, registeredOn: isoOf(from), last };
    switch (act) {
      case 'go-on': {
        const next = path[path.indexOf(status) + 1];
        if (next === 'resolved' && openRun(runs) !== null) break;
        // A closed matter is reopened now and then, a dissatisfied applicant sends it back.
        goOn(next === undefined ? 'accepted' : status === 'answered' && draw % 3 === 0 ? 'handling' : next);
        break;
      }
      case 'start':
      case 'follow': {
        const chosen = act === 'start' ? mediation : confirmation;
        if (status !== 'handling') break;
        moveRuns(
          startRun(matter, { ...begin, procedure: chosen, runId: newId(), confirmed: ['both-agree'] }),
        );
        break;
      }
      case 'note':
        moveRuns(noteInRun(runs, { procedure, event: 'heard', on: today, today }));
        break;
      case 'end': {
        const outcome = procedure?.outcomes[draw % procedure.outcomes.length]?.outcome ?? '';
        moveRuns(endRun(runs, { procedure, outcome, on: today, today }));
        break;
      }
      case 'extend':
        changeClock(draw, 'extension');
        break;
      case 'pause':
        changeClock(draw, 'pause');
        break;
      case 'run-again': {
        for (const clock of running()) {
          const ended = endPause({ ...clock, asked: null }, today);
          if (!ended.ok) continue;
          const { asked: _none, ...changed } = ended.clock;
          write({ changed: [counted(changed)] });
        }
        break;
      }
      case 'ask-help':
        if (!isOpen(status)) break;
        write({
          opened: [openClock({ step: 'assist', startedOn: today, ...limits.assist, taskId: newId() })],
        });
        break;
      case 'recount': {
        const moved = running()
          .map((clock) => counted(clock))
          .filter(({ id, dueOn, isProvisional }) => {
            const row = rows.get(id);
            return row?.dueOn !== dueOn || row.isProvisional !== isProvisional;
          });
        if (moved.length > 0) write({ changed: moved });
        break;
      }
    }
  }
  const stored = {
    id: 'matter',
    version: events.length,
    status,
    dueOn: (due as { on: string } | null)?.on ?? null,
    dueFrom: (due as { from: string } | null)?.from ?? null,
    clocks: [...rows.values()],
    runs,
  };
  return { stored, events };
}

const numbers = new Map<string, number>();

/** The number of an ISO day, found by walking; a course has few. */
function numberOf(iso: string): number {
  const known = numbers.get(iso);
  if (known !== undefined) return known;
  let day = 20_000; // 2024-10-04
  while (isoOf(day) < iso) day += 1;
  numbers.set(iso, day);
  return day;
}
