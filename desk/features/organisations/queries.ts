import { queryOptions } from '@tanstack/react-query';
import type { ListAbsencesAnswer } from '#contract/organisations/absences.ts';
import type { ListAccountsAnswer } from '#contract/organisations/accounts.ts';
import type { ListPostingsAnswer } from '#contract/organisations/postings.ts';
import type { ListUnitsAnswer } from '#contract/organisations/units.ts';
import { pagedQuery } from '../../app/api/paged-query.ts';
import { request } from '../../app/api/request.ts';

const top = '/api/v1/organisation';

export const accountsQuery = (find: string) =>
  pagedQuery<ListAccountsAnswer>('accounts', `${top}/accounts`, { find });

export const absencesQuery = (unitId: string) =>
  pagedQuery<ListAbsencesAnswer>('absences', `${top}/absences`, { unitId });

export const unitsQuery = (region: string) =>
  pagedQuery<ListUnitsAnswer>('units', `${top}/units`, { region });

/** Who works at a unit: at most a hundred, which no office has. */
export function staffQuery(unitId: string) {
  return queryOptions({
    queryKey: ['staff', unitId],
    queryFn: ({ signal }) =>
      request<ListPostingsAnswer>(`${top}/postings`, { query: { unitId, limit: 100 }, signal }),
    enabled: unitId !== '',
  });
}
