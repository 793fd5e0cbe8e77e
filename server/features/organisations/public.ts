import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { absenceRoutes } from './absences/absences.route.ts';
import { accountRoutes } from './accounts/accounts.route.ts';
import { cityRoute } from './city.route.ts';
import { postingRoutes } from './postings/postings.route.ts';
import { unitRoutes } from './units/units.route.ts';

export { createAbsence } from './absences/create-absence.ts';
export { createAccount } from './accounts/create-account.ts';
export { type Making, once } from './changes/once.ts';
export { recordChange } from './changes/record-change.ts';
export { loadCity, refreshDirectory } from './load-city.ts';
export { makeOrganisationExamples } from './make-examples.ts';
export { createPosting } from './postings/create-posting.ts';

export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(cityRoute(services));
    await app.register(accountRoutes(services));
    await app.register(postingRoutes(services));
    await app.register(absenceRoutes(services));
    await app.register(unitRoutes(services));
  };
}
