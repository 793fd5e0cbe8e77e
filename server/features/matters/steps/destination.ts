import type { Destination } from '#domain/matters/matter.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';

/** A unit of the city that is at work, as the rules see it. */
export function destinationOf(services: Services, unitId: string): Destination {
  const unit = services.directory.unit(unitId);
  if (unit === undefined || !unit.isActive) refuse(422, 'unknown-unit', { field: 'unitId' });
  return { unitId, centreId: unit.parentId ?? unit.id };
}
