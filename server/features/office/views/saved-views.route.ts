import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import {
  DropViewQuery,
  KeepViewBody,
  SavedView,
  SavedViews,
  SavedViewsQuery,
} from '#contract/office/saved-views.ts';
import { knownId } from '#server/app/known-ids.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { officeExampleAccount } from '../examples.ts';
import { dropView, keepView, listViews } from './saved-views.ts';

const tags = ['office'];
const config = { policy: 'work-on-matters', demoAccount: officeExampleAccount } as const;

function params(operation: string) {
  return Type.Object({ id: Type.String({ format: 'uuid', examples: [knownId(`example/${operation}`)] }) });
}

/** Filters of a list under a name 常用筛选. */
export function savedViewRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/saved-views',
      {
        config,
        schema: {
          tags,
          operationId: 'list-saved-views',
          summary: 'My views of a list 常用筛选, and those that colleagues share',
          querystring: SavedViewsQuery,
          response: { 200: SavedViews },
        },
      },
      (request) => listViews(services, actorOf(request), request.query.place),
    );
    app.put(
      '/saved-views/:id',
      {
        config,
        schema: {
          tags,
          operationId: 'keep-saved-view',
          summary: 'Keep filters under a name; the id is the sender’s',
          params: params('keep-saved-view'),
          body: KeepViewBody,
          response: { 200: SavedView },
        },
      },
      (request) => keepView(services, actorOf(request), request.params.id, request.body),
    );
    app.delete(
      '/saved-views/:id',
      {
        config,
        schema: {
          tags,
          operationId: 'drop-saved-view',
          summary: 'Remove a view of mine; what is shared, a supervisor may too',
          params: params('drop-saved-view'),
          querystring: DropViewQuery,
        },
      },
      async (request, reply) => {
        await dropView(services, actorOf(request), request.params.id, request.query.version);
        return reply.code(204).send();
      },
    );
  };
}
