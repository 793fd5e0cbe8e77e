import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { importRoutes } from './imports.route.ts';

export { type ImportCounts, importMatters } from './import-matters.ts';
export type { RefusedRow } from './imported-rows.ts';
export { makeImportExamples } from './make-examples.ts';
export { readMap } from './read-map.ts';
export { sweepImports } from './work/sweep-imports.ts';
export { workOnImport } from './work/work-on-import.ts';

/** Ledgers that a centre brings in, under /api/v1. */
export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(importRoutes(services));
  };
}
