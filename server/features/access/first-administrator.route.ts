import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { MakeFirstAdministrator } from '#contract/access/first-administrator.ts';
import type { Services } from '#server/app/services.ts';
import { makeFirstAdministrator } from './first-administrator.ts';

export function firstAdministratorRoute(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    // The demo has its accounts; a link is never made there.
    if (services.config.mode !== 'production') return;
    app.post(
      '/first-administrator',
      {
        config: { policy: 'public', rateLimit: { max: 10, timeWindow: 60_000 } },
        schema: {
          tags: ['access'],
          summary: 'Make the first security administrator, once, with the link printed at first start',
          body: MakeFirstAdministrator,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await makeFirstAdministrator(services, request.body);
        return reply.code(204).send(null);
      },
    );
  };
}
