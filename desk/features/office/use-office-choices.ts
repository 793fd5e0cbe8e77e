import { useQuery } from '@tanstack/react-query';
import type { ListPostingsAnswer } from '#contract/organisations/postings.ts';
import { request } from '../../app/api/request.ts';
import { useCity, useNameOf } from '../../app/city/city.ts';
import { useSession } from '../../app/session/session.tsx';

type Choice = { readonly value: string; readonly label: string };

/** The offices to which this one may route, and the colleagues who may handle: the server decides again at each use. */
export function useOfficeChoices(): { units: Choice[]; people: Choice[] } {
  const city = useCity();
  const nameOf = useNameOf();
  const { acting } = useSession();
  const own = acting?.unitId ?? '';
  const staff = useQuery({
    queryKey: ['staff', own],
    queryFn: ({ signal }) =>
      request<ListPostingsAnswer>('/api/v1/organisation/postings', {
        query: { unitId: own, limit: 100 },
        signal,
      }),
    enabled: own !== '',
  });
  const all = city?.units.filter(({ isActive }) => isActive) ?? [];
  const centre = all.find(({ id }) => id === own)?.parentId ?? own;
  // A department of another centre is reached through its centre.
  const units = [
    ...all.filter(({ parentId }) => parentId === centre),
    ...all.filter(({ kind }) => kind === 'centre'),
  ];
  const settlers = staff.data?.postings.filter(({ role }) => role === 'handler' || role === 'mediator') ?? [];
  return {
    units: units.map((unit) => ({ value: unit.id, label: nameOf(unit) })),
    people: [...new Map(settlers.map(({ person }) => [person.id, person.name]))].map(([value, label]) => ({
      value,
      label,
    })),
  };
}
