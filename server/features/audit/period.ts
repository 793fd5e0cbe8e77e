import { Temporal } from 'temporal-polyfill';
import type { Services } from '#server/app/services.ts';

type Days = { readonly fromDay?: string; readonly untilDay?: string };

/** The instants between which a period of the city's days lies, its end not included. */
export function instantsOf(
  { pack }: Pick<Services, 'pack'>,
  days: Days,
): { fromAt: string | null; beforeAt: string | null } {
  const startOf = (day: Temporal.PlainDate): string =>
    day.toZonedDateTime(pack.city.zone).toInstant().toString();
  return {
    fromAt: days.fromDay === undefined ? null : startOf(Temporal.PlainDate.from(days.fromDay)),
    beforeAt:
      days.untilDay === undefined ? null : startOf(Temporal.PlainDate.from(days.untilDay).add({ days: 1 })),
  };
}
