import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '#server/app/services.ts';
import { procedureRoutes } from './procedures.route.ts';

/** The legal roadmap as a city has it, under /api/v1. */
export function routes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(procedureRoutes(services));
  };
}
