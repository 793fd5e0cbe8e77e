import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ListChangesAnswer, ListChangesQuery } from '#contract/audit/changes.ts';
import { ListOpeningsAnswer, ListOpeningsQuery } from '#contract/audit/openings.ts';
import { ListRefusedFilesAnswer, ListRefusedFilesQuery } from '#contract/audit/refused-files.ts';
import { ListLooksAnswer, ListLooksQuery, UnusualAnswer, UnusualQuery } from '#contract/audit/unusual.ts';
import { actorOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { listChanges } from './list-changes.ts';
import { listLooks } from './list-looks.ts';
import { listOpenings } from './list-openings.ts';
import { listRefusedFiles } from './list-refused-files.ts';
import { listUnusual } from './list-unusual.ts';

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
      '/audit/unusual',
      {
        config,
        schema: {
          tags,
          operationId: 'list-unusual-openings',
          summary: 'Unusual openings of a time, as facts without a score',
          querystring: UnusualQuery,
          response: { 200: UnusualAnswer },
        },
      },
      (request) => listUnusual(services, actorOf(request), request.query, request.language),
    );
    app.get(
      '/audit/looks',
      {
        config,
        schema: {
          tags,
          operationId: 'list-audit-looks',
          summary: 'Who looked at these pages themselves, the latest first',
          querystring: ListLooksQuery,
          response: { 200: ListLooksAnswer },
        },
      },
      (request) => listLooks(services, actorOf(request), request.query, request.language),
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
    app.get(
      '/audit/refused-files',
      {
        config,
        schema: {
          tags,
          operationId: 'list-refused-files',
          summary: 'Which files were refused because they were infected, the latest first: never their names',
          querystring: ListRefusedFilesQuery,
          response: { 200: ListRefusedFilesAnswer },
        },
      },
      (request) => listRefusedFiles(services, actorOf(request), request.query),
    );
  };
}
