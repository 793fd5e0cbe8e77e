import { isOpen, type Status } from '#domain/matters/vocabulary.ts';
import type { Calendar } from './calendar.ts';
import type { ClockRefusal } from './clock.ts';
import type { ClockFacts, OpenedFact } from './clock-facts.ts';
import { dueFirst } from './due-first.ts';
import { type Reckoned, reckonKept } from './kept-clock.ts';
import type { Run } from './procedures/run.ts';

/** An event as replay reads it: its place, when it was recorded, and of its clear data what concerns days. */
export type ReplayedEvent = ClockFacts & {
  readonly version: number;
  /** An instant. */
  readonly recordedAt: string;
  /** The status to which it brought the matter. */
  readonly to?: Status | null;
};

export type ReplayedClock = OpenedFact & {
  readonly endedOn: string | null;
  /** When its day was counted last, and so with which calendar. */
  readonly countedAt: string;
};

/** What no lawful history holds. */
export type ReplayFault = {
  readonly version: number;
  readonly clockId: string | null;
  readonly fault:
    | 'event-missing'
    | 'clock-unknown'
    | 'clock-ended-before'
    | 'clock-opened-before'
    | ClockRefusal;
};

/** A matter's days as its events alone tell them. */
export type Replayed = {
  readonly version: number;
  /** Null where no event tells one: history that was brought in. */
  readonly status: Status | null;
  readonly dueOn: string | null;
  readonly dueFrom: string | null;
  readonly clocks: readonly ReplayedClock[];
  readonly runs: readonly Run[];
  readonly faults: readonly ReplayFault[];
};

type State = {
  version: number;
  status: Status | null;
  dueOn: string | null;
  dueFrom: string | null;
  readonly clocks: Map<string, ReplayedClock>;
  readonly runs: Map<string, Run>;
  readonly faults: ReplayFault[];
};

/**
 * Reckons every clock of a matter again from its events, in their order: each due day anew from start, limit, counting
 * rule, pauses and extensions, with the calendar that was known when it was counted. What an event says a day came to is
 * not looked at.
 */
export function replay(
  events: readonly ReplayedEvent[],
  calendarAt: (instant: string) => Calendar,
): Replayed {
  const state: State = {
    version: 0,
    status: null,
    dueOn: null,
    dueFrom: null,
    clocks: new Map(),
    runs: new Map(),
    faults: [],
  };
  for (const event of events) take(state, event, calendarAt);
  return { ...state, clocks: [...state.clocks.values()], runs: [...state.runs.values()] };
}

function take(state: State, event: ReplayedEvent, calendarAt: (instant: string) => Calendar): void {
  const { version, recordedAt, opened, changed, ended, runs, to } = event;
  const note = (fault: ReplayFault['fault'], clockId: string | null = null): void => {
    state.faults.push({ version, clockId, fault });
  };
  const count = (clock: Omit<ReplayedClock, 'countedAt'>): void => {
    const reckoned: Reckoned = reckonKept(calendarAt(recordedAt), clock);
    if ('refusal' in reckoned) note(reckoned.refusal, clock.id);
    state.clocks.set(clock.id, { ...clock, ...reckoned, countedAt: recordedAt });
  };
  if (version !== state.version + 1) note('event-missing');
  state.version = version;
  for (const { id, pauses, extensions } of changed ?? []) {
    const clock = state.clocks.get(id);
    if (clock === undefined) note('clock-unknown', id);
    else count({ ...clock, pauses, extensions });
  }
  for (const { id, on } of ended ?? []) {
    const clock = state.clocks.get(id);
    if (clock === undefined) note('clock-unknown', id);
    else if (clock.endedOn !== null) note('clock-ended-before', id);
    else state.clocks.set(id, { ...clock, endedOn: on });
  }
  for (const clock of opened ?? []) {
    if (state.clocks.has(clock.id)) note('clock-opened-before', clock.id);
    else count({ ...clock, endedOn: null });
  }
  for (const run of runs ?? []) state.runs.set(run.id, run);
  state.status = to ?? state.status;
  moveDue(state);
}

/** An open matter for which nothing runs stays due on the day that it had; an ended one is due no more. */
function moveDue(state: State): void {
  const isEnded = state.status === null || !isOpen(state.status);
  const running = isEnded ? [] : [...state.clocks.values()].filter(({ endedOn }) => endedOn === null);
  const first = dueFirst(running);
  state.dueOn = isEnded ? null : (first?.dueOn ?? state.dueOn);
  state.dueFrom = isEnded ? null : (first?.startedOn ?? state.dueFrom);
}
