import type { ImportMap } from '#contract/imports/import-map.ts';
import { kindOrDefault, prepareWords, suggestKind } from '#domain/matters/suggest-kind.ts';
import type { CityPack } from '#domain/organisations/city-pack.ts';

/** The kind of a row: from its words where the map wants it and they are clear, else the map's. */
export function kindChooser(
  pack: CityPack,
  map: ImportMap,
): (matter: { readonly subject: string; readonly story: string }) => string {
  if (!map.kindFromWords) return () => map.kind;
  const words = prepareWords(pack.words);
  return ({ subject, story }) => kindOrDefault(suggestKind(`${subject}\n${story}`, words), map.kind);
}
