import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SearchAnswer, SearchQuery } from '#contract/search/search.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { searchMatters } from './search-matters.ts';

export function searchRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/search',
      {
        config: { policy: 'work-on-matters', demoAccount: 'clerk-qingshan' },
        schema: {
          tags: ['search'],
          operationId: 'search-matters',
          summary: 'Search by words and codes, in the matters in which one takes part',
          querystring: SearchQuery,
          response: { 200: SearchAnswer },
        },
      },
      (request) => searchMatters(services, actorOf(request), request.query, request.language),
    );
  };
}
