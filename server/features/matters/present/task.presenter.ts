import { type Language, words } from '#contract/language/language.ts';
import type { RelatedMatter, TaskView } from '#contract/matters/matter.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import type { TaskStatus } from '#domain/matters/vocabulary.ts';
import { workingDaysLeft } from '#domain/roadmap/days-left.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import { presentClock } from './clock.presenter.ts';
import type { OpenEvent } from './event.presenter.ts';
import { presentUnit } from './matter-present.ts';

/** A task as it is stored; its words stand in the events that asked and ended it. */
export type TaskRow = {
  readonly id: string;
  readonly unitId: string;
  readonly askedByUnitId: string;
  readonly status: TaskStatus;
  readonly dueOn: string;
  readonly askedVersion: number;
  readonly endedVersion: number | null;
  readonly askedAt: string;
  readonly endedAt: string | null;
};

/** What other offices were asked to do: those that wait first, due first. */
export function presentTasks(
  services: Services,
  reader: { readonly unitId: string },
  file: {
    readonly tasks: readonly TaskRow[];
    readonly events: readonly OpenEvent[];
    readonly clocks: readonly ClockRow[];
  },
  language: Language,
): TaskView[] {
  const today = todayOf(services);
  const clockReader = { services, language, runs: [], userId: null };
  const said = (version: number | null): string | null =>
    file.events.find((event) => event.version === version)?.sealed?.text ?? null;
  return [...file.tasks].sort(waitingFirst).map((task) => {
    const isOpen = task.status === 'open';
    const clock = file.clocks.find(({ taskId }) => taskId === task.id);
    return {
      id: task.id,
      unit: presentUnit(services, task.unitId, language),
      askedBy: presentUnit(services, task.askedByUnitId, language),
      status: { code: task.status, label: words(language).taskStatuses[task.status] },
      isOpen,
      isOurs: task.unitId === reader.unitId,
      askedAt: task.askedAt,
      asked: said(task.askedVersion) ?? '—',
      dueOn: task.dueOn,
      remaining: workingDaysLeft(today, task.dueOn, services.calendar),
      isLate: task.dueOn < (clock?.endedOn ?? today),
      clock: clock === undefined ? null : presentClock(clockReader, clock),
      endedAt: task.endedAt,
      answer: task.status === 'lapsed' ? null : said(task.endedVersion),
    };
  });
}

/** Open ones by their due day; then the others, the last ended first. */
function waitingFirst(one: TaskRow, other: TaskRow): number {
  if (one.endedVersion !== null && other.endedVersion !== null) return other.endedVersion - one.endedVersion;
  if (one.endedVersion !== null) return 1;
  return other.endedVersion !== null ? -1 : one.dueOn.localeCompare(other.dueOn);
}

/** With which merged matter a party came, as its code. */
export function cameWith(
  events: readonly Pick<OpenEvent, 'type' | 'data'>[],
  partyId: string,
): string | undefined {
  const event = events.find(
    ({ type, data }) => type === 'absorb' && Array.isArray(data.partyIds) && data.partyIds.includes(partyId),
  );
  return typeof event?.data.code === 'string' ? formatMatterCode(event.data.code) : undefined;
}

type Related = Omit<RelatedMatter, 'id'> & { readonly id: string };

/** The matters that this one was put together with or taken apart from, as its events tell it. */
export function relatedIn(events: readonly Pick<OpenEvent, 'type' | 'data'>[]): Related[] {
  return events.flatMap(({ type, data }): Related[] => {
    const told = data as Readonly<Record<string, string | undefined>>;
    const related = (relation: Related['relation'], id: string | undefined, code: string | undefined) =>
      id === undefined || code === undefined ? [] : [{ relation, id, code: formatMatterCode(code) }];
    switch (type) {
      case 'merge':
        return related('merged-into', told.intoId, told.code);
      case 'absorb':
        return related('absorbed', told.matterId, told.code);
      case 'split':
        return related('split-off', told.matterId, told.code);
      case 'register':
        return related('split-from', told.splitFromId, told.splitFrom);
      default:
        return [];
    }
  });
}
