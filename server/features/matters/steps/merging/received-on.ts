import { Temporal } from 'temporal-polyfill';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import type { Services } from '#server/app/services.ts';
import type { MatterRecord } from '../../matter-record.ts';

/** The day on which a matter first came in. */
export function receivedOn(
  services: Pick<Services, 'pack'>,
  matter: Pick<MatterRecord, 'registeredAt'>,
): string {
  const at = Temporal.Instant.fromEpochMilliseconds(matter.registeredAt.getTime());
  return legalDay(at, services.pack.city.zone).toString();
}
