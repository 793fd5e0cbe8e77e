import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '#domain/roadmap/calendar.ts';
import { type ClockReading, computeClock } from '#domain/roadmap/clock.ts';
import type { Limit } from '#domain/roadmap/counting.ts';

const known = new WeakMap<Calendar, Map<string, ClockReading>>();
const knownAtMost = 10_000;

/**
 * How a step's limit stands on a day. A city's matters start on the same few days under the same few limits and a
 * calendar never changes its answer, so each reading is made once: it was a tenth of the work of a registration.
 */
export function readClock(calendar: Calendar, startedOn: string, limit: Limit, today: string): ClockReading {
  let readings = known.get(calendar);
  if (readings === undefined || readings.size >= knownAtMost) {
    readings = new Map();
    known.set(calendar, readings);
  }
  const key = `${startedOn} ${limit.count} ${limit.unit} ${today}`;
  const read = readings.get(key);
  if (read !== undefined) return read;
  const reading = computeClock({
    startedOn: Temporal.PlainDate.from(startedOn),
    limit,
    calendar,
    today: Temporal.PlainDate.from(today),
  });
  if (!reading.ok) throw new Error(`${limit.count} ${limit.unit} cannot be counted: ${reading.reason}`);
  readings.set(key, reading);
  return reading;
}
