import type { Temporal } from 'temporal-polyfill';

/** The calendar day on which an instant falls for the law of the place: a legal day is not an instant. */
export function legalDay(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}
