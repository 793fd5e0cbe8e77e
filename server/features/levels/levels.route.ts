import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  LevelRulesView,
  PublishLevelsBody,
  TryLevelsAnswer,
  TryLevelsBody,
} from '#contract/levels/level-rules.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { publishLevels } from './publish-levels.ts';
import { readLevelRules } from './read-level-rules.ts';
import { tryLevels } from './try-levels.ts';

const tags = ['levels'];
const demoAccount = 'supervisor-baotou';

/** The rules by which matters have their colours 四色规则. */
export function levelRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/levels/rules',
      {
        config: { policy: 'read-level-rules', demoAccount },
        schema: {
          tags,
          operationId: 'read-level-rules',
          summary: 'The rules of the four colours, in all their versions',
          response: { 200: LevelRulesView },
        },
      },
      (request) => readLevelRules(services, actorOf(request), request.language),
    );
    app.post(
      '/levels/try',
      {
        config: { policy: 'edit-level-rules', demoAccount },
        schema: {
          tags,
          operationId: 'try-level-rules',
          summary: 'Try rules on the past quarter, part by part',
          body: TryLevelsBody,
          response: { 200: TryLevelsAnswer },
        },
      },
      (request) => tryLevels(services, actorOf(request), request.body, request.language),
    );
    app.post(
      '/levels/versions',
      {
        config: { policy: 'edit-level-rules', isDangerous: true, demoAccount },
        schema: {
          tags,
          operationId: 'publish-level-rules',
          summary: 'Publish rules with a day in force',
          body: PublishLevelsBody,
          response: { 201: LevelRulesView },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await publishLevels(services, actorOf(request), request.body, request.language)),
    );
  };
}
