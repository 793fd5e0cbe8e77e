import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Figures,
  FiguresQuery,
  OriginAnswer,
  OriginQuery,
  OverseenAnswer,
  OverseenQuery,
} from '#contract/oversight/oversight.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { listOrigin } from './list-origin.ts';
import { listOverseen } from './oversee.ts';
import { readFigures } from './read-figures.ts';

const config = { policy: 'oversee-region', demoAccount: 'supervisor-qingshan' } as const;

export function oversightRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/oversight/matters',
      {
        config,
        schema: {
          tags: ['oversight'],
          operationId: 'list-overseen',
          summary: 'What a region owes, due first',
          querystring: OverseenQuery,
          response: { 200: OverseenAnswer },
        },
      },
      (request) => listOverseen(services, actorOf(request), request.query, request.language),
    );
    app.get(
      '/oversight/figures',
      {
        config,
        schema: {
          tags: ['oversight'],
          operationId: 'read-figures',
          summary: 'Open matters of a region by centre, by office or by kind',
          querystring: FiguresQuery,
          response: { 200: Figures },
        },
      },
      (request) => readFigures(services, actorOf(request), request.query, request.language),
    );
    app.get(
      '/origin/matters',
      {
        config: { policy: 'register-matter', demoAccount: 'clerk-qingshan' },
        schema: {
          tags: ['matters'],
          operationId: 'list-origin',
          summary: 'Matters this centre passed on: code and stage only',
          querystring: OriginQuery,
          response: { 200: OriginAnswer },
        },
      },
      (request) => listOrigin(services, actorOf(request), request.query, request.language),
    );
  };
}
