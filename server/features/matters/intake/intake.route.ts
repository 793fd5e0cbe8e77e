import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Draft,
  DraftBody,
  LookUpAnswer,
  LookUpBody,
  SuggestBody,
  Suggestions,
} from '#contract/intake/intake.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { dropDraft, keepDraft, readDraft } from './draft.ts';
import { lookUpVisitor } from './look-up-visitor.ts';
import { suggest } from './suggest.ts';

const tags = ['intake'];
const config = { policy: 'register-matter', demoAccount: 'clerk-qingshan' } as const;
/** A person at the counter is looked up once; a list of people is not. */
const lookUpsPerMinute = 20;

export function intakeRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/intake/suggestions',
      {
        config,
        schema: {
          tags,
          summary: 'What the story suggests: kind, office, similar matters',
          body: SuggestBody,
          response: { 200: Suggestions },
        },
      },
      (request) => suggest(services, actorOf(request), request.body, request.language),
    );
    app.get(
      '/intake/draft',
      { config, schema: { tags, summary: "The clerk's own draft", response: { 200: Draft } } },
      (request) => readDraft(services, actorOf(request)),
    );
    app.put(
      '/intake/draft',
      {
        config,
        schema: { tags, summary: 'Keep the draft, encrypted', body: DraftBody, response: { 200: Draft } },
      },
      (request) => keepDraft(services, actorOf(request), request.body),
    );
    app.delete(
      '/intake/draft',
      { config, schema: { tags, summary: 'Drop the draft', response: { 200: Draft } } },
      (request) => dropDraft(services, actorOf(request)),
    );
    app.post(
      '/visitors/look-up',
      {
        config: {
          policy: 'look-up-visitor',
          demoAccount: 'clerk-qingshan',
          rateLimit: {
            max: lookUpsPerMinute,
            timeWindow: '1 minute',
            keyGenerator: (request) => request.actor?.userId ?? request.ip,
          },
        },
        schema: {
          tags,
          summary: "A present visitor's own codes among this centre's open matters",
          body: LookUpBody,
          response: { 200: LookUpAnswer },
        },
      },
      (request) => lookUpVisitor(services, actorOf(request), request.body, request.language),
    );
  };
}
