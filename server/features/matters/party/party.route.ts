import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ReIssueSecretBody } from '#contract/matters/actions.ts';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import { ReIssueSecretAnswer } from '#contract/matters/secret-slip.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleBody, exampleHeaders, exampleParams, examples } from '../examples.ts';
import { reIssueSecret } from './re-issue-secret.ts';

const action = 're-issue-secret';

/** What the counter does for a party who is present. */
export function partyRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      `/matters/:id/actions/${action}`,
      {
        config: { policy: 'look-up-visitor', demoAccount: examples[action].account },
        schema: {
          tags: ['actions'],
          operationId: action,
          summary:
            'Hand a secret to a party who showed who they are 发放查询密码; the one before stops at once',
          params: exampleParams(action),
          headers: exampleHeaders(action, IdempotencyHeaders),
          body: exampleBody(action, ReIssueSecretBody),
          response: { 200: ReIssueSecretAnswer },
        },
      },
      (request) =>
        reIssueSecret(services, actorOf(request), {
          matterId: request.params.id,
          body: request.body,
          idempotencyKey: idempotencyKeyOf(request.headers),
          language: request.language,
        }),
    );
  };
}
