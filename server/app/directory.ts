import type { Language } from '#contract/language/language.ts';
import type { UnitKind } from '#domain/access/vocabulary.ts';

export type Unit = {
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly regionCode: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly isActive: boolean;
  readonly version: number;
};

/** The units of the city in memory: a few thousand rows that change a few times a year. */
export type Directory = {
  readonly all: () => readonly Unit[];
  readonly unit: (id: string) => Unit | undefined;
  /** The centre that stands for a region. */
  readonly centreOf: (regionCode: string) => Unit | undefined;
  /** The centre to which a unit belongs; itself, for a centre. */
  readonly centreIdOf: (unitId: string) => string | undefined;
  /** The centre of the region above; null above the city's. */
  readonly upperCentreId: (centreId: string) => string | null;
  /** Takes the units as they stand in the database now. */
  readonly replace: (units: readonly Unit[]) => void;
};

/** An empty directory; loading the city fills it, and every change of a unit fills it anew. */
export function createDirectory(parentRegionOf: (regionCode: string) => string | null): Directory {
  let units: readonly Unit[] = [];
  let byId = new Map<string, Unit>();
  let centres = new Map<string, Unit>();
  const directory: Directory = {
    all: () => units,
    unit: (id) => byId.get(id),
    centreOf: (regionCode) => centres.get(regionCode),
    centreIdOf: (unitId) => {
      const unit = byId.get(unitId);
      return unit?.parentId ?? unit?.id;
    },
    upperCentreId: (centreId) => {
      let region = parentRegionOf(byId.get(centreId)?.regionCode ?? '');
      while (region !== null) {
        const upper = centres.get(region);
        if (upper?.isActive) return upper.id;
        region = parentRegionOf(region);
      }
      return null;
    },
    replace: (now) => {
      units = now;
      byId = new Map(now.map((unit) => [unit.id, unit]));
      centres = new Map(now.filter(({ kind }) => kind === 'centre').map((unit) => [unit.regionCode, unit]));
    },
  };
  return directory;
}

export function unitName(unit: Unit, language: Language): string {
  return language === 'zh' ? unit.name : unit.nameEn || unit.name;
}
