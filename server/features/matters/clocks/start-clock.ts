import type { Temporal } from 'temporal-polyfill';
import type { OpenedClock } from '#domain/matters/step-limit.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import type { Services } from '#server/app/services.ts';
import { readClock } from './read-clock.ts';

/** A clock that starts now, with its due day. */
export type StartedClock = {
  readonly id: string;
  readonly step: OpenedClock['step'];
  readonly startedOn: string;
  readonly count: number;
  readonly unit: OpenedClock['unit'];
  readonly dueOn: string;
  readonly isProvisional: boolean;
  readonly source: string;
  /** Of an assisting office's own task. */
  readonly taskId?: string | null;
};

export function startClock(
  services: Pick<Services, 'pack' | 'calendar' | 'newId'>,
  { step, count, unit }: OpenedClock,
  now: Temporal.Instant,
): StartedClock {
  const startedOn = legalDay(now, services.pack.city.zone).toString();
  const reading = readClock(services.calendar, startedOn, { count, unit }, startedOn);
  return {
    id: services.newId(),
    step,
    startedOn,
    count,
    unit,
    dueOn: reading.dueOn.toString(),
    isProvisional: reading.provisional,
    source: services.pack.stepLimits[step].source,
  };
}
