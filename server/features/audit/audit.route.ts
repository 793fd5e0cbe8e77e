import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ListChangesAnswer, ListChangesQuery } from '#contract/audit/changes.ts';
import { ListOpeningsAnswer, ListOpeningsQuery } from '#contract/audit/openings.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { listChanges } from './list-changes.ts';
import { listOpenings } from './list-openings.ts';

const tags = ['audit'];
const config = { policy: 'read-audit', demoAccount: 'auditor' } as const;

/** What the auditor reads: openings of files, and changes of the organisation. */
export function auditRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/audit/openings',
      {
        config,
        schema: {
          tags,
          operationId: 'list-openings',
          summary: 'Who opened which file, the latest first',
          querystring: ListOpeningsQuery,
          response: { 200: ListOpeningsAnswer },
        },
      },
      (request) => listOpenings(services, actorOf(request), request.query, request.language),
    );
    app.get(
      '/audit/changes',
      {
        config,
        schema: {
          tags,
          operationId: 'list-changes',
          summary: 'Who changed what of accounts, postings, absences and units, the latest first',
          querystring: ListChangesQuery,
          response: { 200: ListChangesAnswer },
        },
      },
      (request) => listChanges(services, actorOf(request), request.query, request.language),
    );
  };
}
