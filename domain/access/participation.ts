import type { Matter } from '#domain/matters/matter.ts';
import type { ParticipationPart } from './vocabulary.ts';

export type Participation = { readonly unitId: string; readonly part: ParticipationPart };
type Places = Pick<Matter, 'leadUnitId' | 'holderUnitId' | 'handlingUnitId' | 'tasks'>;

/**
 * Who takes part in a matter that stands so: its lead, its holder, the office that handled it, which may still read
 * what it did while the centre answers for the rest, and the offices that assist or assisted.
 */
export function participationsIn(matter: Places): Participation[] {
  const all: Participation[] = [
    { unitId: matter.leadUnitId, part: 'lead' },
    { unitId: matter.holderUnitId, part: 'holder' },
  ];
  if (matter.handlingUnitId !== null && matter.handlingUnitId !== matter.holderUnitId) {
    all.push({ unitId: matter.handlingUnitId, part: 'assisting' });
  }
  for (const { unitId, status } of matter.tasks) {
    const isThere = all.some((one) => one.unitId === unitId && one.part === 'assisting');
    if ((status === 'open' || status === 'answered') && !isThere) all.push({ unitId, part: 'assisting' });
  }
  return all;
}

/** What a step closes and opens. A centre that passed the matter on stays its origin: code and stage only. */
export function participationsMoved(
  before: Places,
  after: Places,
): { closed: Participation[]; opened: Participation[] } {
  const was = participationsIn(before);
  const is = participationsIn(after);
  if (before.leadUnitId !== after.leadUnitId) is.push({ unitId: before.leadUnitId, part: 'origin' });
  return { closed: without(was, is), opened: without(is, was) };
}

function without(all: Participation[], some: Participation[]): Participation[] {
  return all.filter((one) => !some.some((other) => other.unitId === one.unitId && other.part === one.part));
}
