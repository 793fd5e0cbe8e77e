import type { ParticipationPart } from '#domain/access/vocabulary.ts';
import type { Matter } from './matter.ts';

/** The parts in which a unit takes part in the matter now. */
export function partsOf(matter: Matter, unitId: string): ParticipationPart[] {
  const parts: ParticipationPart[] = [];
  if (matter.holderUnitId === unitId) parts.push('holder');
  if (matter.leadUnitId === unitId) parts.push('lead');
  if (isAsked(matter, unitId)) parts.push('assisting');
  return parts;
}

/** Whether an office has an open task of the matter. */
export const isAsked = ({ tasks }: Matter, unitId: string): boolean =>
  tasks.some((task) => task.status === 'open' && task.unitId === unitId);
