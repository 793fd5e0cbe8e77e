import type { ImportMap } from '#contract/imports/import-map.ts';
import { nameMatcher } from '#domain/imports/match-name.ts';
import type { ImportedMatter } from '#domain/imports/read-row.ts';
import { kindOrDefault, prepareWords, suggestKind } from '#domain/matters/suggest-kind.ts';
import type { CityPack } from '#domain/organisations/city-pack.ts';
import type { Doubt } from './imported-rows.ts';

type Chosen = { readonly kind: string; readonly regionCode: string } | { readonly doubts: readonly Doubt[] };

/**
 * The kind and the region of a row: what its own columns say, matched with the city's names or decided by somebody; where
 * it says nothing, the kind from its words if the map wants that and they are clear, and else the map's.
 */
export function chooser(pack: CityPack, map: ImportMap): (matter: ImportedMatter) => Chosen {
  const words = prepareWords(map.kindFromWords ? pack.words : []);
  const matchKind = nameMatcher(inBothLanguages([...pack.kinds.values()]));
  const matchRegion = nameMatcher(inBothLanguages(regionsBelow(pack, map.region)));
  const decided = {
    kind: new Map(Object.entries(map.kinds ?? {})),
    region: new Map(Object.entries(map.regions ?? {})),
  };
  return (matter) => {
    const doubts: Doubt[] = [];
    const choose = (field: Doubt['field'], typed: string, unsaid: () => string): string => {
      if (typed === '') return unsaid();
      const code = decided[field].get(typed);
      if (code !== undefined) return code;
      const matched = field === 'kind' ? matchKind(typed) : matchRegion(typed);
      if (matched.how === 'sure') return matched.code;
      doubts.push({ field, typed, suggested: matched.suggested });
      return '';
    };
    const kind = choose('kind', matter.kindTyped, () =>
      map.kindFromWords
        ? kindOrDefault(suggestKind(`${matter.subject}\n${matter.story}`, words), map.kind)
        : map.kind,
    );
    const regionCode = choose('region', matter.regionTyped, () => map.region);
    return doubts.length > 0 ? { doubts } : { kind, regionCode };
  };
}

type Place = { readonly code: string; readonly name: string; readonly nameEn: string };

/** What was exported in English is understood as well. */
function inBothLanguages(places: readonly Place[]): { code: string; name: string }[] {
  return [...places, ...places.map(({ code, nameEn }) => ({ code, name: nameEn }))];
}

/** A region and whatever lies in it: a centre brings in what is its own. */
export function regionsBelow({ regions }: CityPack, code: string): Place[] {
  const inside = new Set([code]);
  for (const region of regions.values())
    if (region.parentCode !== undefined && inside.has(region.parentCode)) inside.add(region.code);
  return [...regions.values()].filter((region) => inside.has(region.code));
}
