import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { bulkRoutes } from './bulk/bulk.route.ts';
import { macroRoutes } from './macros/macros.route.ts';
import { savedViewRoutes } from './views/saved-views.route.ts';

export { makeOfficeExamples } from './make-examples.ts';

/** What an office keeps for its own work, and work on many matters, under /api/v1. */
export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(bulkRoutes(services));
    await app.register(macroRoutes(services));
    await app.register(savedViewRoutes(services));
  };
}
