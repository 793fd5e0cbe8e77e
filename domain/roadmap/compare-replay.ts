import type { Status } from '#domain/matters/vocabulary.ts';
import type { Calendar } from './calendar.ts';
import type { OpenedFact } from './clock-facts.ts';
import { reckonKept } from './kept-clock.ts';
import type { Run } from './procedures/run.ts';
import type { Replayed, ReplayedClock } from './replay.ts';

/** A matter's days as they are stored. */
export type StoredMatter = {
  readonly id: string;
  readonly version: number;
  readonly status: Status;
  readonly dueOn: string | null;
  readonly dueFrom: string | null;
  readonly clocks: readonly StoredClock[];
  readonly runs: readonly Run[];
};
export type StoredClock = OpenedFact & { readonly endedOn: string | null };

/**
 * `different`: stored otherwise than the events tell. `missing`: not stored at all. `unknown`: stored, and no event tells
 * of it. `event`: the events themselves contradict each other. `to-be-recounted`: a running clock whose day another
 * calendar, known since, would move; nothing is wrong, it is counted anew with an event of its own.
 */
export type DifferenceKind = 'different' | 'missing' | 'unknown' | 'event' | 'to-be-recounted';

export type Difference = {
  readonly kind: DifferenceKind;
  readonly matterId: string;
  readonly clockId: string | null;
  readonly field: string;
  readonly stored: string | null;
  readonly replayed: string | null;
};

/** Whether something is wrong, and not merely to be done. */
export function isWrong({ kind }: Pick<Difference, 'kind'>): boolean {
  return kind !== 'to-be-recounted';
}

const clockFields = [
  'step',
  'startedOn',
  'count',
  'unit',
  'counting',
  'pauses',
  'extensions',
  'owedBy',
  'runId',
  'taskId',
  'carriedFrom',
  'dueOn',
  'isProvisional',
  'endedOn',
] as const satisfies readonly (keyof StoredClock)[];

const runFields = [
  'procedure',
  'version',
  'startedOn',
  'noted',
  'endedOn',
  'outcome',
] as const satisfies readonly (keyof Run)[];

/** Where what is stored of a matter differs from what its events tell; nothing for a clean one. */
export function compareReplay(stored: StoredMatter, replayed: Replayed, calendar: Calendar): Difference[] {
  const differences: Difference[] = [];
  const tell = (
    kind: DifferenceKind,
    clockId: string | null,
    field: string,
    one: unknown,
    other: unknown,
  ): void => {
    differences.push({
      kind,
      matterId: stored.id,
      clockId,
      field,
      stored: textOf(one),
      replayed: textOf(other),
    });
  };
  const compare = <T extends object>(
    clockId: string | null,
    of: string,
    fields: readonly (keyof T & string)[],
    one: T,
    other: T,
  ): void => {
    for (const field of fields) {
      if (textOf(one[field]) !== textOf(other[field]))
        tell('different', clockId, of + field, one[field], other[field]);
    }
  };

  for (const { version, clockId, fault } of replayed.faults)
    tell('event', clockId, `event ${version}`, fault, null);
  compare<Pick<StoredMatter, 'version' | 'dueOn' | 'dueFrom'>>(
    null,
    '',
    ['version', 'dueOn', 'dueFrom'],
    stored,
    replayed,
  );
  if (replayed.status !== null && replayed.status !== stored.status)
    tell('different', null, 'status', stored.status, replayed.status);

  for (const { one, other, id } of paired(stored.clocks, replayed.clocks)) {
    if (one === undefined) tell('missing', id, 'clock', null, other?.step);
    else if (other === undefined) tell('unknown', id, 'clock', one.step, null);
    else {
      compare<StoredClock>(id, '', clockFields, one, other);
      const later = laterDay(other, calendar);
      if (later !== null) tell('to-be-recounted', id, 'dueOn', one.dueOn, later);
    }
  }
  for (const { one, other, id } of paired(stored.runs, replayed.runs)) {
    if (one === undefined) tell('missing', null, `run ${id}`, null, other?.procedure);
    else if (other === undefined) tell('unknown', null, `run ${id}`, one.procedure, null);
    else compare<Run>(null, `run ${id} `, runFields, one, other);
  }
  return differences;
}

/** On which day a running clock would be due by the calendar as it is known now; null where that is as it was counted. */
function laterDay(clock: ReplayedClock, calendar: Calendar): string | null {
  if (clock.endedOn !== null) return null;
  const now = reckonKept(calendar, clock);
  if ('refusal' in now) return null;
  const isSame = now.dueOn === clock.dueOn && now.isProvisional === clock.isProvisional;
  return isSame ? null : now.dueOn;
}

type Pair<One, Other> = {
  readonly id: string;
  readonly one: One | undefined;
  readonly other: Other | undefined;
};

function paired<One extends { readonly id: string }, Other extends { readonly id: string }>(
  ones: readonly One[],
  others: readonly Other[],
): Pair<One, Other>[] {
  const byId = new Map(others.map((other) => [other.id, other]));
  const known = new Set(ones.map(({ id }) => id));
  return [
    ...ones.map((one) => ({ id: one.id, one, other: byId.get(one.id) })),
    ...others.filter(({ id }) => !known.has(id)).map((other) => ({ id: other.id, one: undefined, other })),
  ];
}

/** A value as text by which two are the same, whatever the order of an object's keys; null where there is none. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, sortedKeys);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
