import type { UnitView } from '#contract/organisations/units.ts';
import { differenceFromPack } from '#domain/organisations/units.ts';
import type { UnitRow } from './units.queries.ts';

/** A unit as it is administered: both names, and what the city pack says where the city has edited it. */
export function presentManagedUnit({ fromPack, ...row }: UnitRow): UnitView {
  const pack = differenceFromPack(row, fromPack);
  return { ...row, isFromPack: fromPack !== null, pack: pack === null ? null : { ...pack } };
}
