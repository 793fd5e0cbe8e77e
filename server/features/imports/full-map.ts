import type { ImportMap } from '#contract/imports/import-map.ts';
import type { LedgerMap } from '#contract/imports/imports.ts';
import type { ImportField } from '#domain/imports/read-row.ts';
import type { Services } from '#server/app/services.ts';
import type { Choices } from './sealed-parts.ts';

type Drawn = Omit<LedgerMap, 'columns'> & { readonly columns: Partial<Record<ImportField, string>> };

/** A map drawn on screen, with what the centre that brings it in says: its region, the city's zone, its decisions. */
export function fullMap(
  { pack, directory }: Pick<Services, 'pack' | 'directory'>,
  unitId: string,
  drawn: Drawn,
  choices: Choices,
): ImportMap {
  return {
    ...drawn,
    // Of a map that is still being drawn a column may be missing: then every row says so.
    columns: { sourceNumber: '', registeredAt: '', story: '', ...drawn.columns },
    zone: pack.city.zone,
    region: directory.unit(unitId)?.regionCode ?? pack.city.code,
    kinds: { ...choices.kind },
    regions: { ...choices.region },
  };
}
