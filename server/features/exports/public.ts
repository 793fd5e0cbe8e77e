import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { exportRoutes } from './exports.route.ts';

export { askExport } from './ask/ask-export.ts';
export { decideExport } from './decide/decide-export.ts';
export { makeExport } from './make/make-export.ts';
export { sweepExports } from './make/sweep-exports.ts';
export { makeExportExamples } from './make-examples.ts';
export { fetchExport } from './read/fetch-export.ts';

/** Files that somebody takes away, under /api/v1. */
export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(exportRoutes(services));
  };
}
