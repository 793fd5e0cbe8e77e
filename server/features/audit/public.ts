import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { auditRoutes } from './audit.route.ts';

export { logOpening, logOpenings } from './log-opening.ts';
export type { Opening } from './opening.ts';
export { openWords, sealWords } from './purpose-words.ts';

export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(auditRoutes(services));
  };
}
