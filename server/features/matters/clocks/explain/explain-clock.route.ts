import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ExplainedClock, explainClockQuery } from '#contract/matters/explain-clock.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { exampleAccounts, exampleMatterId } from '../../examples.ts';
import { explainClockAt } from './explain-clock.ts';

export function explainClockRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/matters/:id/clocks/:clock',
      {
        config: { policy: 'work-on-matters', demoAccount: exampleAccounts.clerk },
        schema: {
          tags: ['matters'],
          operationId: 'explain-clock',
          summary: 'How a limit was counted and stood on a day, as it was known then',
          params: Type.Object({
            id: Type.String({ format: 'uuid', examples: [exampleMatterId('read')] }),
            clock: Type.String({
              minLength: 1,
              maxLength: 100,
              description: 'Its id, or the code of its step: then the latest of that step.',
              examples: ['accept'],
            }),
          }),
          querystring: explainClockQuery(todayOf(services)),
          response: { 200: ExplainedClock },
        },
      },
      (request) =>
        explainClockAt(services, actorOf(request), {
          matterId: request.params.id,
          clock: request.params.clock,
          at: request.query.at,
          language: request.language,
        }),
    );
  };
}
