import { useMemo } from 'react';
import { useCity, useNameOf } from '../../../app/city/city.ts';
import { useSession } from '../../../app/session/session.tsx';

/** The city's regions under their county, those of the clerk's own centre first. */
export function useRegionOptions() {
  const city = useCity();
  const nameOf = useNameOf();
  const own = useSession().acting?.regionCode ?? '';
  return useMemo(() => {
    const regions = city?.regions ?? [];
    const names = new Map(regions.map((region) => [region.code, nameOf(region)]));
    const isOwn = (code: string) => code.startsWith(own);
    return [...regions]
      .sort(
        (one, other) =>
          Number(isOwn(other.code)) - Number(isOwn(one.code)) || (one.code < other.code ? -1 : 1),
      )
      .map((region) => {
        const above =
          region.level === 'township' && region.parentCode ? names.get(region.parentCode) : undefined;
        const name = nameOf(region);
        return {
          value: region.code,
          label: above ? `${name} · ${above}` : name,
          search: `${name} ${region.name}`,
        };
      });
  }, [city, own, nameOf]);
}
