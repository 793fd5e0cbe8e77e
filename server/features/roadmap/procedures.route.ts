import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ProceduresAnswer } from '#contract/roadmap/procedures.ts';
import type { Services } from '#server/app/services.ts';
import { listProcedures } from './list-procedures.ts';

/** The lawful procedures as the city has them. */
export function procedureRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/procedures',
      {
        config: { policy: 'read-procedures', demoAccount: 'dispatcher-qingshan' },
        schema: {
          tags: ['roadmap'],
          operationId: 'list-procedures',
          summary: 'Every lawful procedure: its limits, sources, outcomes and what may follow',
          response: { 200: ProceduresAnswer },
        },
      },
      (request) => listProcedures(services, request.language),
    );
  };
}
