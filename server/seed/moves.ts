import { Temporal } from 'temporal-polyfill';
import { legalDay } from '#domain/roadmap/legal-day.ts';

/** A step is taken in office hours; it is moved by two hours at most. */
const atMostMs = 7_200_000;

/** By how many milliseconds all these may be moved together, so that each stays on its legal day and in the past. */
export function movesOf(
  instants: readonly number[],
  zone: string,
  now: number,
): readonly [least: number, most: number] {
  let [least, most] = [-atMostMs, atMostMs];
  for (const ms of instants) {
    const day = legalDay(Temporal.Instant.fromEpochMilliseconds(ms), zone);
    const start = day.toZonedDateTime(zone).epochMilliseconds;
    const end = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    least = Math.max(least, start - ms);
    most = Math.min(most, end - 1 - ms, now - ms);
  }
  return [Math.min(least, 0), Math.max(most, 0)];
}
