import type { Temporal } from 'temporal-polyfill';

const minuteInMs = 60_000;
let last: { zone: string; minute: number; day: Temporal.PlainDate } | undefined;

/** The calendar day on which an instant falls for the law of the place: a legal day is not an instant. */
export function legalDay(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  // Asked several times by every request, and dear. Clocks of zones move by whole minutes: within one it is one day.
  const minute = Math.floor(instant.epochMilliseconds / minuteInMs);
  if (last?.minute !== minute || last.zone !== zone) {
    last = { zone, minute, day: instant.toZonedDateTimeISO(zone).toPlainDate() };
  }
  return last.day;
}
