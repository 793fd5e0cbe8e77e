import type { Language } from '#contract/language/language.ts';
import { centreDetails } from '#domain/organisations/city-pack-guidance.ts';
import { unitName } from '#server/app/directory.ts';
import type { Services } from '#server/app/services.ts';

/** A centre as the public is told of it. */
export type ShownCentre = {
  readonly region: string;
  readonly name: string;
  /** Null where nobody has written it down: then one rings the city's number. */
  readonly address: string | null;
  readonly phone: string | null;
  readonly hours: string;
  /** The city's usual hours, which this centre has not confirmed. */
  readonly isUsual: boolean;
  readonly offices: readonly string[];
};

export function presentCentre(
  { pack, directory }: Pick<Services, 'pack' | 'directory'>,
  region: string,
  language: Language,
): ShownCentre {
  const centre = directory.centreOf(region);
  const { address, phone, hours, isUsual } = centreDetails(pack.guidance, region);
  const place = pack.regions.get(region);
  const offices = directory
    .all()
    .filter(({ parentId, isActive }) => centre !== undefined && parentId === centre.id && isActive)
    .map((unit) => shortName(unitName(unit, language), place, language));
  return {
    region,
    name: centre === undefined ? '' : unitName(centre, language),
    address: address?.[language] ?? null,
    phone,
    hours: hours[language],
    isUsual,
    offices,
  };
}

/** 青山区司法局 at the centre of 青山区 is 司法局. */
function shortName(
  name: string,
  place: { readonly name: string; readonly nameEn: string } | undefined,
  language: Language,
): string {
  if (place === undefined) return name;
  if (language === 'zh') return name.startsWith(place.name) ? name.slice(place.name.length) : name;
  return name.endsWith(`, ${place.nameEn}`) ? name.slice(0, -place.nameEn.length - 2) : name;
}
