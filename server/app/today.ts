import { legalDay } from '#domain/roadmap/legal-day.ts';
import type { Services } from './services.ts';

/** The city's calendar day now, as an ISO date. */
export function todayOf(services: Pick<Services, 'clock' | 'pack'>): string {
  return legalDay(services.clock.now(), services.pack.city.zone).toString();
}
