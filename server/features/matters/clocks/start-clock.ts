import type { Temporal } from 'temporal-polyfill';
import type { OpenedClock } from '#domain/matters/step-limit.ts';
import type { Step } from '#domain/matters/vocabulary.ts';
import type { CountedClock } from '#domain/roadmap/clock-facts.ts';
import { civilCounting, countingCodeOf } from '#domain/roadmap/counting.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import { clockCode, type StartingClock } from '#domain/roadmap/procedures/run-clocks.ts';
import type { Services } from '#server/app/services.ts';
import type { ClockRow } from './clock-row.ts';
import { readClock } from './read-clock.ts';

/** A clock that starts, with its due day. */
export type StartedClock = ClockRow;
type ByServices = Pick<Services, 'pack' | 'calendar' | 'newId'>;

/** The clock of a step of the path; it starts now. */
export function startClock(
  services: ByServices,
  { step, count, unit }: OpenedClock,
  now: Temporal.Instant,
): StartedClock & { readonly step: Step } {
  const startedOn = legalDay(now, services.pack.city.zone).toString();
  const clock = { startedOn, count, unit, counting: countingCodeOf(civilCounting), ...unchanged };
  const { source } = services.pack.stepLimits[step];
  const counted = { ...clock, ...dueOf(services, clock, startedOn) };
  return { id: services.newId(), step, ...counted, source, owedBy: 'office', runId: null, asked: null };
}

/** The clock of a procedure; it started on the day of its event. */
export function startProcedureClock(
  services: ByServices,
  run: { readonly id: string; readonly procedure: string },
  { definition, startedOn }: StartingClock,
): StartedClock {
  const { limit, counting, source, owedBy } = definition;
  const clock = { startedOn, ...limit, counting: countingCodeOf(counting), ...unchanged };
  return {
    id: services.newId(),
    step: clockCode(run.procedure, definition.key),
    ...clock,
    ...dueOf(services, clock, startedOn),
    source,
    owedBy,
    runId: run.id,
    asked: null,
  };
}

const unchanged = { pauses: [], extensions: [] } as const;

/** When a clock is due, and whether that rests on a calendar to come. */
export function dueOf(
  { calendar }: Pick<Services, 'calendar'>,
  clock: CountedClock,
  today: string,
): { readonly dueOn: string; readonly isProvisional: boolean } {
  const reading = readClock(calendar, clock, today);
  return { dueOn: reading.dueOn.toString(), isProvisional: reading.provisional };
}
