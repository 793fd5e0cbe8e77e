import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import {
  CreatePostingBody,
  EndPostingAnswer,
  EndPostingBody,
  ListPostingsAnswer,
  ListPostingsQuery,
  PostingView,
} from '#contract/organisations/postings.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleHeaders } from '#server/features/matters/public.ts';
import { bodyExamples, exampleAccounts, exampleParams, withExample } from '../examples.ts';
import { createPosting } from './create-posting.ts';
import { endPosting } from './end-posting.ts';
import { listPostings } from './list-postings.ts';

const tags = ['organisation'];
const demoAccount = exampleAccounts.security;

/** Who is posted where. */
export function postingRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/organisation/postings',
      {
        config: { policy: 'be-posted', demoAccount },
        schema: {
          tags,
          operationId: 'list-postings',
          summary: 'Who is posted at a unit, or where somebody is',
          querystring: ListPostingsQuery,
          response: { 200: ListPostingsAnswer },
        },
      },
      (request) => listPostings(services, actorOf(request), request.query, request.language),
    );
    app.post(
      '/organisation/postings',
      {
        config: { policy: 'manage-accounts', isDangerous: true, demoAccount },
        schema: {
          tags,
          operationId: 'create-posting',
          summary: 'Post 任职: an account, at a unit, in a role, from, until',
          headers: exampleHeaders('create-posting', IdempotencyHeaders),
          body: withExample(CreatePostingBody, bodyExamples['create-posting']),
          response: { 201: PostingView },
        },
      },
      async (request, reply) => {
        const { language, headers } = request;
        const making = { language, idempotencyKey: idempotencyKeyOf(headers) };
        return reply.code(201).send(await createPosting(services, actorOf(request), request.body, making));
      },
    );
    app.post(
      '/organisation/postings/:id/actions/end',
      {
        config: { policy: 'manage-accounts', isDangerous: true, demoAccount },
        schema: {
          tags,
          operationId: 'end-posting',
          summary: 'End a posting 离任, and hand the open work over',
          params: exampleParams('end-posting'),
          body: withExample(EndPostingBody, bodyExamples['end-posting']),
          response: { 200: EndPostingAnswer },
        },
      },
      (request) => endPosting(services, actorOf(request), request.params.id, request.body, request.language),
    );
  };
}
