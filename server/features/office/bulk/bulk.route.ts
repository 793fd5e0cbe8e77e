import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import { BulkAnswer, BulkBody, BulkChoicesAnswer, BulkChoicesBody } from '#contract/office/bulk.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleHeaders } from '#server/features/matters/public.ts';
import { bulkExamples, officeExampleAccount, withExample } from '../examples.ts';
import { listBulkChoices, previewBulk, runBulk } from './bulk.ts';

const tags = ['bulk'];
const config = { policy: 'work-on-matters', demoAccount: officeExampleAccount } as const;

/** One step, or a macro, on many matters: what can be done, what it would do, and doing it. */
export function bulkRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/matters/bulk/choices',
      {
        config,
        schema: {
          tags,
          operationId: 'list-bulk-choices',
          summary: 'What can be done to several matters together',
          body: withExample(BulkChoicesBody, bulkExamples.choices),
          response: { 200: BulkChoicesAnswer },
        },
      },
      (request) => listBulkChoices(services, actorOf(request), request.body, request.language),
    );
    app.post(
      '/matters/bulk/preview',
      {
        config,
        schema: {
          tags,
          operationId: 'preview-bulk',
          summary: 'What a step or a macro would do to each of several matters; nothing is kept',
          body: withExample(BulkBody, bulkExamples.preview),
          response: { 200: BulkAnswer },
        },
      },
      (request) => previewBulk(services, actorOf(request), request.body as BulkBody, request.language),
    );
    app.post(
      '/matters/bulk/run',
      {
        config,
        schema: {
          tags,
          operationId: 'run-bulk',
          summary: 'Take a step or a macro on each of several matters, and report of each',
          headers: exampleHeaders('run-bulk', IdempotencyHeaders),
          body: withExample(BulkBody, bulkExamples.run),
          response: { 200: BulkAnswer },
        },
      },
      (request) => {
        const key = idempotencyKeyOf(request.headers);
        return runBulk(services, actorOf(request), request.body as BulkBody, request.language, key);
      },
    );
  };
}
