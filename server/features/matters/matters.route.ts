import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SimilarMatters } from '#contract/intake/intake.ts';
import { ListMattersAnswer, ListMattersQuery } from '#contract/matters/list-matters.ts';
import { MatterView } from '#contract/matters/matter.ts';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import { Colleagues, Destinations, PossibleReaders, ReadersQuery } from '#contract/matters/places.ts';
import { Receipt, RegisterMatterAnswer, RegisterMatterBody } from '#contract/matters/register-matter.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleAccounts, exampleHeaders, exampleParams } from './examples.ts';
import { listMatters } from './read/list-matters.ts';
import { listSimilar } from './read/list-similar.ts';
import { listColleagues, listDestinations } from './read/places.ts';
import { readMatter, readReceipt } from './read/read-matter.ts';
import { registerMatter } from './register/register-matter.ts';
import { listPossibleReaders } from './steps/side-ways/sealed-reading.ts';

const tags = ['matters'];
const { clerk, dispatcher, handler } = exampleAccounts;

/** Registering, listing and reading matters. */
export function matterRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/matters',
      {
        config: { policy: 'register-matter', demoAccount: clerk },
        schema: {
          tags,
          operationId: 'register-matter',
          summary: 'Register 登记: somebody brings a dispute to the centre',
          headers: exampleHeaders('register-matter', IdempotencyHeaders),
          body: RegisterMatterBody,
          response: { 201: RegisterMatterAnswer },
        },
      },
      async (request, reply) => {
        const idempotencyKey = idempotencyKeyOf(request.headers);
        const { language } = request;
        const answer = await registerMatter(services, actorOf(request), request.body, {
          language,
          idempotencyKey,
        });
        return reply.code(201).header('location', `/api/v1/matters/${answer.matter.id}`).send(answer);
      },
    );
    app.get(
      '/matters',
      {
        config: { policy: 'work-on-matters', demoAccount: clerk },
        schema: {
          tags,
          operationId: 'list-matters',
          summary: 'A queue, due first',
          querystring: ListMattersQuery,
          response: { 200: ListMattersAnswer },
        },
      },
      (request) => listMatters(services, actorOf(request), request.query, request.language),
    );
    app.get(
      '/matters/:id',
      {
        config: { policy: 'work-on-matters', demoAccount: clerk },
        schema: {
          tags,
          operationId: 'read-matter',
          summary: "A matter's file; the opening is on record",
          params: exampleParams('read'),
          response: { 200: MatterView },
        },
      },
      (request) => readMatter(services, actorOf(request), request.params.id, request.language),
    );
    app.get(
      '/matters/:id/receipt',
      {
        config: { policy: 'register-matter', demoAccount: clerk },
        schema: {
          tags,
          operationId: 'read-receipt',
          summary: 'The receipt once more',
          params: exampleParams('read'),
          response: { 200: Receipt },
        },
      },
      (request) => readReceipt(services, actorOf(request), request.params.id, request.language),
    );
    app.get(
      '/matters/:id/destinations',
      {
        config: { policy: 'work-on-matters', demoAccount: dispatcher },
        schema: {
          tags,
          operationId: 'list-destinations',
          summary: 'Where it may be routed',
          params: exampleParams('route'),
          response: { 200: Destinations },
        },
      },
      (request) => listDestinations(services, actorOf(request), request.params.id, request.language),
    );
    app.get(
      '/matters/:id/similar',
      {
        config: { policy: 'work-on-matters', demoAccount: dispatcher },
        schema: {
          tags,
          operationId: 'list-similar',
          summary: 'Perhaps the same dispute: what it may be merged into',
          params: exampleParams('merge'),
          response: { 200: SimilarMatters },
        },
      },
      (request) => listSimilar(services, actorOf(request), request.params.id, request.language),
    );
    app.get(
      '/matters/:id/readers',
      {
        config: { policy: 'work-on-matters', demoAccount: dispatcher },
        schema: {
          tags,
          operationId: 'list-possible-readers',
          summary: 'Who could read it, were it sealed, here or at the office where it is to go',
          params: exampleParams('seal'),
          querystring: ReadersQuery,
          response: { 200: PossibleReaders },
        },
      },
      (request) =>
        listPossibleReaders(
          services,
          actorOf(request),
          request.params.id,
          request.query.unitId,
          request.language,
        ),
    );
    app.get(
      '/matters/:id/colleagues',
      {
        config: { policy: 'work-on-matters', demoAccount: handler },
        schema: {
          tags,
          operationId: 'list-colleagues',
          summary: 'Who can be assigned',
          params: exampleParams('assign'),
          response: { 200: Colleagues },
        },
      },
      (request) => listColleagues(services, actorOf(request), request.params.id, request.language),
    );
  };
}
