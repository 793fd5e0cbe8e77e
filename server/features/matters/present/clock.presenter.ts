import { type Language, words } from '#contract/language/language.ts';
import type { ClockView } from '#contract/matters/matter.ts';
import type { Step } from '#domain/matters/vocabulary.ts';
import { explainClock } from '#domain/roadmap/explain-clock.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { readClock } from '../clocks/read-clock.ts';

/** A clock as it is stored. */
export type ClockRow = {
  readonly id: string;
  readonly step: Step;
  readonly startedOn: string;
  readonly count: number;
  readonly unit: 'working-day' | 'natural-day';
  readonly dueOn: string;
  readonly isProvisional: boolean;
  readonly source: string;
  readonly endedOn?: string | null;
  /** Of an assisting office's own task; it does not make the matter due. */
  readonly taskId?: string | null;
  /** The merged or split matter in which it was counted before. */
  readonly carriedFrom?: string | null;
};

/** The limits of the matter itself; those of assisting offices stand with their tasks. */
export function ownClocks<Clock extends { readonly taskId?: string | null }>(
  clocks: readonly Clock[],
): Clock[] {
  return clocks.filter(({ taskId = null }) => taskId === null);
}

/** A clock with how it stands and how its day was counted; an ended one stands as on the day it ended. */
export function presentClock(services: Services, clock: ClockRow, language: Language): ClockView {
  const endedOn = clock.endedOn ?? null;
  const limit = { count: clock.count, unit: clock.unit };
  const reading = readClock(services.calendar, clock.startedOn, limit, endedOn ?? todayOf(services));
  return {
    id: clock.id,
    step: { code: clock.step, label: words(language).steps[clock.step] },
    startedOn: clock.startedOn,
    limit,
    dueOn: clock.dueOn,
    endedOn,
    used: reading.usedDays,
    remaining: reading.remainingDays,
    isLate: reading.isLate,
    isCarried: (clock.carriedFrom ?? null) !== null,
    isProvisional: clock.isProvisional,
    source: clock.source,
    explanation: explainClock(reading, language),
  };
}
