import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import { type ClockRefusal, type ClockResult, computeClock } from './clock.ts';
import type { CountedClock, DueDay } from './clock-facts.ts';
import { countingOf } from './counting.ts';

/** How a clock that is kept as data stands on a day. */
export function readKept(calendar: Calendar, clock: CountedClock, today: string): ClockResult {
  const { startedOn, count, unit, counting, pauses, extensions } = clock;
  return computeClock({
    startedOn: Temporal.PlainDate.from(startedOn),
    limit: { count, unit },
    rule: countingOf(counting),
    pauses: pauses.map(({ from, until }) => ({
      from: Temporal.PlainDate.from(from),
      until: Temporal.PlainDate.from(until),
    })),
    extensions,
    calendar,
    today: Temporal.PlainDate.from(today),
  });
}

export type Reckoned = DueDay | { readonly refusal: ClockRefusal };

const known = new WeakMap<Calendar, Map<string, Reckoned>>();
const knownAtMost = 10_000;

/**
 * When a kept clock is due; on which day one looks does not matter. A city's matters start on the same few days under the
 * same few limits, so each sum is made once.
 */
export function reckonKept(calendar: Calendar, clock: CountedClock): Reckoned {
  let sums = known.get(calendar);
  if (sums === undefined || sums.size >= knownAtMost) {
    sums = new Map();
    known.set(calendar, sums);
  }
  const { startedOn, count, unit, counting, pauses, extensions } = clock;
  const changes = pauses.length + extensions.length === 0 ? '' : JSON.stringify([pauses, extensions]);
  const key = `${startedOn} ${count} ${unit} ${counting} ${changes}`;
  let sum = sums.get(key);
  if (sum === undefined) {
    const result = readKept(calendar, clock, startedOn);
    sum = result.ok
      ? { dueOn: result.dueOn.toString(), isProvisional: result.provisional }
      : { refusal: result.reason };
    sums.set(key, sum);
  }
  return sum;
}
