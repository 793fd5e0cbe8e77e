import type { Calendar } from '#domain/roadmap/calendar.ts';
import type { ClockReading } from '#domain/roadmap/clock.ts';
import type { CountedClock } from '#domain/roadmap/clock-facts.ts';
import { readKept } from '#domain/roadmap/kept-clock.ts';

const known = new WeakMap<Calendar, Map<string, ClockReading>>();
const knownAtMost = 10_000;

/**
 * How a limit stands on a day. A city's matters start on the same few days under the same few limits and a calendar
 * never changes its answer, so each reading is made once: it was a tenth of the work of a registration.
 */
export function readClock(calendar: Calendar, clock: CountedClock, today: string): ClockReading {
  let readings = known.get(calendar);
  if (readings === undefined || readings.size >= knownAtMost) {
    readings = new Map();
    known.set(calendar, readings);
  }
  const { startedOn, count, unit, counting, pauses, extensions } = clock;
  const changes = pauses.length + extensions.length === 0 ? '' : JSON.stringify([pauses, extensions]);
  const key = `${startedOn} ${count} ${unit} ${counting} ${today} ${changes}`;
  const read = readings.get(key);
  if (read !== undefined) return read;
  const reading = readKept(calendar, clock, today);
  if (!reading.ok) throw new Error(`${count} ${unit} cannot be counted: ${reading.reason}`);
  readings.set(key, reading);
  return reading;
}
