import { clockOpened, type StepLimits, stepsEnded } from '#domain/matters/step-limit.ts';
import { isOpen, type Status, type Step, steps } from '#domain/matters/vocabulary.ts';
import type { StoredClock } from './compare-replay.ts';
import { type Course, createLedger, type Ledger, numberOf } from './course-ledger.fixture.ts';
import { isoOf, type PaperCalendar } from './law-by-day.fixture.ts';
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

/** What somebody wants to do next; what the rules refuse is left. */
export type Wish = {
  readonly daysLater: number;
  readonly act: keyof typeof acts;
  /** Chooses between what is there, and how long. */
  readonly draw: number;
};

type State = { runs: readonly Run[]; day: number; readonly from: number; readonly ledger: Ledger };

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

/** Lives a matter through, and hands out what was written of it. */
export function liveThrough(
  wishes: readonly Wish[],
  from: number,
  paperOn: (day: number) => PaperCalendar,
): Course {
  const ledger = createLedger(paperOn);
  const state: State = { runs: [], day: from, from, ledger };
  const first = ledger.open({ step: 'accept', startedOn: isoOf(from), ...limits.accept }, from);
  ledger.write({ to: 'registered', opened: [first] }, from);
  for (const { daysLater, act, draw } of wishes) {
    state.day += daysLater;
    acts[act](state, draw);
  }
  return ledger.course(state.runs);
}

const acts = {
  'go-on': goOn,
  start: (state: State) => begin(state, mediation),
  follow: (state: State) => begin(state, confirmation),
  note(state: State) {
    const today = isoOf(state.day);
    const procedure = procedureOf(openRun(state.runs));
    moveRuns(state, noteInRun(state.runs, { procedure, event: 'heard', on: today, today }));
  },
  end(state: State, draw: number) {
    const today = isoOf(state.day);
    const procedure = procedureOf(openRun(state.runs));
    const outcome = procedure?.outcomes[draw % procedure.outcomes.length]?.outcome ?? '';
    moveRuns(state, endRun(state.runs, { procedure, outcome, on: today, today }));
  },
  extend: (state: State, draw: number) => changeClock(state, draw, 'extension'),
  pause: (state: State, draw: number) => changeClock(state, draw, 'pause'),
  'run-again'({ ledger, day }: State) {
    for (const clock of ledger.running()) {
      const ended = endPause({ ...clock, asked: null }, isoOf(day));
      if (!ended.ok) continue;
      const { asked: _none, ...changed } = ended.clock;
      ledger.write({ changed: [ledger.counted(changed, day)] }, day);
    }
  },
  'ask-help'({ ledger, day }: State) {
    if (!isOpen(ledger.status())) return;
    const task = { step: 'assist', startedOn: isoOf(day), ...limits.assist, taskId: ledger.newId() };
    ledger.write({ opened: [ledger.open(task, day)] }, day);
  },
  recount({ ledger, day }: State) {
    const changed = ledger
      .running()
      .map((clock) => ledger.counted(clock, day))
      .filter(({ id, dueOn, isProvisional }) => {
        const row = ledger.row(id);
        return row?.dueOn !== dueOn || row.isProvisional !== isProvisional;
      });
    if (changed.length > 0) ledger.write({ changed }, day);
  },
};

function goOn(state: State, draw: number): void {
  const { ledger, day, runs: before } = state;
  const status = ledger.status();
  const next = path[path.indexOf(status) + 1];
  if (next === 'resolved' && openRun(before) !== null) return;
  // A closed matter is reopened now and then, a dissatisfied applicant sends it back.
  const isSentBack = status === 'answered' && draw % 3 === 0;
  const to = next === undefined ? 'accepted' : isSentBack ? 'handling' : next;
  const today = isoOf(day);
  if (!isOpen(to)) state.runs = endedWithMatter(before, today);
  const covered: Step[] = openRun(state.runs) === null ? [] : ['handle'];
  const names = ledger.running().map(({ step }) => step as Step);
  const opened = clockOpened(status, to, [...names, ...covered], limits, 10);
  const over: readonly string[] = stepsEnded(status, to);
  // A window of the parties' own outlives the matter.
  const isOver = ({ step, owedBy }: StoredClock): boolean =>
    over.includes(step) || (!isOpen(to) && owedBy !== 'party');
  ledger.write(
    {
      to,
      ended: ledger
        .running()
        .filter(isOver)
        .map(({ id }) => ({ id, on: today })),
      opened: opened === null ? [] : [ledger.open({ ...opened, startedOn: today }, day)],
      runs: state.runs.filter((run) => !before.includes(run)),
    },
    day,
  );
}

function begin(state: State, procedure: Procedure): void {
  const { runs, ledger, from, day } = state;
  if (ledger.status() !== 'handling') return;
  const today = isoOf(day);
  const start = {
    procedure,
    version: 'v1',
    runId: ledger.newId(),
    on: today,
    today,
    registeredOn: isoOf(from),
    confirmed: ['both-agree'] as const,
    last: procedureOf(lastRun(runs)),
  };
  moveRuns(state, startRun({ kind: '15', runs, refusedProcedures: [] }, start));
}

function moveRuns(state: State, result: { ok: true; runs: readonly Run[] } | { ok: false }): void {
  if (!result.ok) return;
  const { ledger, day } = state;
  const run = result.runs.find((one) => !state.runs.includes(one)) ?? null;
  const procedure = procedureOf(run);
  if (run === null || procedure === null) return;
  const earlier = state.runs.find(({ id }) => id === run.id) ?? null;
  const { started, ended } = clocksOfChange(procedure, earlier, run);
  state.runs = result.runs;
  const running = ledger.running();
  // The city's own limit for handling gives way, and a window that is used ends with its use.
  const handling = earlier === null ? running.filter(({ step }) => step === 'handle') : [];
  const used = earlier === null ? running.filter(({ owedBy }) => owedBy === 'party') : [];
  ledger.write(
    {
      opened: started.map(({ definition, startedOn }) =>
        ledger.open(
          {
            step: clockCode(run.procedure, definition.key),
            startedOn,
            ...definition.limit,
            owedBy: definition.owedBy,
            runId: run.id,
          },
          day,
        ),
      ),
      ended: [
        ...handling.map(({ id }) => ({ id, on: isoOf(day) })),
        ...used.map(({ id }) => ({ id, on: run.startedOn })),
        ...running
          .filter(({ runId }) => runId === run.id)
          .flatMap(({ id, step }) =>
            ended.filter(({ key }) => clockCode(run.procedure, key) === step).map(({ on }) => ({ id, on })),
          ),
      ],
      runs: [run],
    },
    day,
  );
}

function changeClock({ runs, ledger, day }: State, draw: number, change: 'extension' | 'pause'): void {
  const found = ledger.running().flatMap((clock) => {
    const procedure = procedureOf(runs.find(({ id }) => id === clock.runId) ?? null);
    const definition = procedure?.clocks.find(({ key }) => key === partsOfCode(clock.step)?.clock);
    const isProvided = change === 'pause' ? definition?.pauses.length : definition?.extension;
    return definition !== undefined && isProvided ? [{ clock, definition }] : [];
  });
  const { clock, definition } = found[draw % Math.max(found.length, 1)] ?? {};
  if (clock === undefined || definition === undefined) return;
  const begins = Math.max(numberOf(clock.startedOn), day - (draw % 4));
  const span = { from: isoOf(begins), until: isoOf(begins + 1 + (draw % 20)) };
  const asked =
    change === 'extension'
      ? ({ change, count: 1 + (draw % 30), byUserId: 'one' } as const)
      : ({ change, ground: 'appraisal', ...span, byUserId: 'one' } as const);
  const changeable = { ...clock, asked: null };
  const between = (one: string, other: string): number => numberOf(other) - numberOf(one);
  if (changeRefusal(definition, changeable, asked, between) !== null) return;
  const by = { isApproved: true, byUserId: 'other', on: isoOf(day) };
  const decided = decideChange(definition, { ...changeable, asked }, by);
  if (!decided.ok) throw new Error(decided.refusal);
  const { asked: _decided, ...changed } = decided.clock;
  ledger.write({ changed: [ledger.counted(changed, day)] }, day);
}
