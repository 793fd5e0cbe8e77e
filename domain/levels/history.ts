import { isOpen, type Status } from '#domain/matters/vocabulary.ts';
import { type LevelFacts, type LevelTable, levelOn, nextBoundary } from './levels.ts';
import { higherLevel, type Level } from './vocabulary.ts';

/** What an event of a matter says of the facts of the grammar: its clear data, and the day on which it was recorded. */
export type LevelEvent = {
  readonly on: string;
  readonly type: string;
  readonly from?: Status | null;
  readonly to?: Status | null;
  readonly opened?: readonly OpenedClock[] | null;
  readonly ended?: readonly { readonly id: string }[] | null;
  readonly changed?: readonly { readonly id: string; readonly dueOn: string }[] | null;
  readonly partyCount?: number | null;
};
type OpenedClock = {
  readonly id: string;
  readonly step: string;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly owedBy?: string;
  readonly taskId?: string | null;
};

/** A stretch of days, both included, on which nothing happened to an open matter; the last goes on. */
export type Segment = { readonly from: string; readonly until: string | null; readonly facts: LevelFacts };

type State = Omit<LevelFacts, 'dueFrom' | 'dueOn' | 'runningDue' | 'isInDanger'> & {
  readonly isOpen: boolean;
  readonly clocks: ReadonlyMap<string, OpenedClock>;
};

/** How the facts of a matter stood between its events, from its beginning on, while it was open. */
export function segmentsOf(events: readonly LevelEvent[], partiesNow: number): Segment[] {
  const parties = events.find(({ partyCount }) => partyCount != null)?.partyCount ?? partiesNow;
  let state: State = {
    isOpen: false,
    clocks: new Map(),
    returns: 0,
    transfers: 0,
    reopenings: 0,
    parties,
  };
  return events.flatMap((event, index) => {
    state = after(state, event);
    if (!state.isOpen) return [];
    return [{ from: event.on, until: events[index + 1]?.on ?? null, facts: factsOf(state) }];
  });
}

/** The highest colour that a matter had on any day from `since` to `today`; undefined if it was never open then. */
export function highestLevel(
  table: LevelTable,
  segments: readonly Segment[],
  since: string,
  today: string,
): Level | null | undefined {
  let highest: Level | null | undefined;
  for (const { from, until, facts } of segments) {
    const end = until === null || until > today ? today : until;
    let day: string | null = from < since ? since : from;
    while (day !== null && day <= end && highest !== 'red') {
      highest = higherLevel(levelOn(table, facts, day).level, highest ?? null);
      day = nextBoundary(table, facts, day);
    }
  }
  return highest;
}

function after(before: State, { type, from, to, opened, ended, changed, partyCount }: LevelEvent): State {
  const clocks = new Map(before.clocks);
  for (const { id } of ended ?? []) clocks.delete(id);
  for (const { id, dueOn } of changed ?? []) {
    const clock = clocks.get(id);
    if (clock) clocks.set(id, { ...clock, dueOn });
  }
  for (const clock of opened ?? []) clocks.set(clock.id, clock);
  const isReopened = from != null && to != null && !isOpen(from) && isOpen(to);
  return {
    isOpen: to == null ? before.isOpen : isOpen(to),
    clocks,
    returns: before.returns + (type === 'return-hand-over' ? 1 : 0),
    transfers: before.transfers + (type === 'transfer' || type === 'escalate' ? 1 : 0),
    reopenings: before.reopenings + (isReopened ? 1 : 0),
    parties: partyCount ?? before.parties,
  };
}

function factsOf({ isOpen: _isOpen, clocks, ...rest }: State): LevelFacts {
  const owed = [...clocks.values()]
    .filter(({ owedBy, taskId = null }) => owedBy !== 'party' && taskId === null)
    .toSorted((one, other) => order(one.dueOn, other.dueOn) || order(one.startedOn, other.startedOn));
  return {
    ...rest,
    dueFrom: owed[0]?.startedOn ?? null,
    dueOn: owed[0]?.dueOn ?? null,
    runningDue: owed.map(({ dueOn }) => dueOn),
    // The flag is looked at again within a limit of its own, which runs for as long as it stands.
    isInDanger: owed.some(({ step }) => step === 'safety-review'),
  };
}

const order = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
