import type { Language } from '#contract/language/language.ts';
import type { CityPack } from '#domain/organisations/city-pack.ts';

/** A county on the schematic map; row and column from 1, none where the city drew no map. */
export type RegionTile = {
  readonly code: string;
  readonly name: string;
  readonly row: number | null;
  readonly column: number | null;
};

/** The counties of the city, in reading order of the map: what the eye meets first is also read out first. */
export function regionTiles(pack: CityPack, language: Language): RegionTile[] {
  const { tiles } = pack.guidance;
  const place = (code: string): number => {
    const tile = tiles.get(code);
    return tile === undefined ? 0 : tile.row * 100 + tile.column;
  };
  return [...pack.regions.values()]
    .filter(({ level }) => level === 'county')
    .sort((one, other) => place(one.code) - place(other.code))
    .map(({ code, name, nameEn }) => ({
      code,
      name: language === 'zh' ? name : nameEn,
      row: tiles.get(code)?.row ?? null,
      column: tiles.get(code)?.column ?? null,
    }));
}
