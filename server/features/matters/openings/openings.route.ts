import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { OpenOutsideBody, OutsideMatter, RunningOpening } from '#contract/access/outside-opening.ts';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleAccounts, exampleHeaders, exampleParams } from '../examples.ts';
import { logPrint } from './log-print.ts';
import { openOutside, readOutside } from './open-outside.ts';

const tags = ['oversight'];
// Of the city's centre, which takes no part in the example.
const config = { policy: 'open-outside-own-work', demoAccount: 'supervisor-baotou' } as const;
const example = { purpose: 'quality-review', words: '本月抽查办理质量，核对答复是否按期送达。' };

/** Opening a file outside one's own work: for a purpose that the party will read. */
export function openingRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/matters/:id/openings',
      {
        config,
        schema: {
          tags,
          operationId: 'read-outside',
          summary: 'For what the file of a matter of the region may be opened, and whether it is open',
          params: exampleParams('read'),
          response: { 200: OutsideMatter },
        },
      },
      (request) =>
        readOutside(services, actorOf(request), { matterId: request.params.id, language: request.language }),
    );
    app.post(
      '/matters/:id/prints',
      {
        config: { policy: 'work-on-matters', demoAccount: exampleAccounts.clerk },
        schema: {
          tags: ['matters'],
          operationId: 'log-print',
          summary: "Say that a file's page is being printed: on record like an opening",
          params: exampleParams('read'),
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await logPrint(services, actorOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/matters/:id/openings',
      {
        config,
        schema: {
          tags,
          operationId: 'open-outside',
          summary:
            'Open a file outside own work for a purpose 填写目的后查阅: to read only, for a limited time',
          params: exampleParams('read'),
          headers: exampleHeaders('open-outside', IdempotencyHeaders),
          body: { ...OpenOutsideBody, examples: [example] },
          response: { 201: RunningOpening },
        },
      },
      async (request, reply) => {
        const opening = await openOutside(services, actorOf(request), {
          matterId: request.params.id,
          body: request.body,
          language: request.language,
          idempotencyKey: idempotencyKeyOf(request.headers),
        });
        return reply.code(201).send(opening);
      },
    );
  };
}
