import type { UnitKind } from '#domain/access/vocabulary.ts';
import type { Presence, RegionLevel } from './city-pack.ts';

/** What a city may edit of a unit on screen. */
export type UnitFace = { readonly name: string; readonly nameEn: string; readonly presence: Presence | null };

export const unitRefusals = [
  'city-centre-stays',
  'unit-holds-matters',
  'unit-has-departments',
  'presence-of-centre',
] as const;
export type UnitRefusal = (typeof unitRefusals)[number];

type Standing = {
  readonly kind: UnitKind;
  readonly level: RegionLevel;
  /** Open matters that it holds or leads. */
  readonly holdsOpenMatters: boolean;
  readonly hasActiveDepartments: boolean;
};

/** Why a unit may not be put out of use, or null where it may. The city's centre seats the administrators and stays. */
export function refusalOfDeactivation(unit: Standing): UnitRefusal | null {
  if (unit.kind === 'centre' && unit.level === 'city') return 'city-centre-stays';
  if (unit.holdsOpenMatters) return 'unit-holds-matters';
  return unit.hasActiveDepartments ? 'unit-has-departments' : null;
}

/** Of what the pack said when it was last loaded, that from which the unit differs; null where it does not. */
export function differenceFromPack(unit: UnitFace, pack: UnitFace | null): Partial<UnitFace> | null {
  if (pack === null) return null;
  const difference = {
    ...(unit.name !== pack.name && { name: pack.name }),
    ...(unit.nameEn !== pack.nameEn && { nameEn: pack.nameEn }),
    ...(unit.presence !== pack.presence && { presence: pack.presence }),
  };
  return Object.keys(difference).length > 0 ? difference : null;
}

/** What a department's code looks like beside its centre's: `housing`, `market-regulation`. */
export const departmentCodePattern = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
