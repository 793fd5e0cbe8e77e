import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  AskExportBody,
  AskFileExportBody,
  DecideExportBody,
  ExportFilter,
  ExportSizeAnswer,
  ExportsToDecide,
  ExportView,
  ListExportsAnswer,
  ListExportsQuery,
} from '#contract/exports/exports.ts';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleHeaders, exampleParams } from '#server/features/matters/public.ts';
import { askExport, readExportSize } from './ask/ask-export.ts';
import { askFileExport } from './ask/ask-file-export.ts';
import { decideExport } from './decide/decide-export.ts';
import { exportExampleAccount, exportExampleDecider, exportParams } from './examples.ts';
import { attachment } from './file-name.ts';
import { fetchExport } from './read/fetch-export.ts';
import { listExports, listExportsToDecide, readExport } from './read/list-exports.ts';

const tags = ['exports'];
const config = { policy: 'export-matters', demoAccount: exportExampleAccount } as const;
const deciding = { policy: 'decide-export', demoAccount: exportExampleDecider } as const;

/** Files to take away 导出: asking, the second person, fetching. */
export function exportRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/exports',
      {
        config,
        schema: {
          tags,
          operationId: 'ask-export',
          summary: 'Export a filtered queue; a large one waits for a second person',
          headers: exampleHeaders('ask-export', IdempotencyHeaders),
          body: AskExportBody,
          response: { 201: ExportView },
        },
      },
      async (request, reply) => {
        const making = { language: request.language, idempotencyKey: idempotencyKeyOf(request.headers) };
        return reply.code(201).send(await askExport(services, actorOf(request), request.body, making));
      },
    );
    app.post(
      '/matters/:id/export',
      {
        config,
        schema: {
          tags,
          operationId: 'ask-file-export',
          summary: "Export one matter: papers, what happened, and each one's hash",
          params: exampleParams('read'),
          headers: exampleHeaders('ask-file-export', IdempotencyHeaders),
          body: AskFileExportBody,
          response: { 201: ExportView },
        },
      },
      async (request, reply) => {
        const making = { language: request.language, idempotencyKey: idempotencyKeyOf(request.headers) };
        const asked = await askFileExport(
          services,
          actorOf(request),
          request.params.id,
          request.body,
          making,
        );
        return reply.code(201).send(asked);
      },
    );
    app.get(
      '/exports',
      {
        config,
        schema: {
          tags,
          operationId: 'list-exports',
          summary: 'My own exports, the latest first',
          querystring: ListExportsQuery,
          response: { 200: ListExportsAnswer },
        },
      },
      (request) => listExports(services, actorOf(request), request.query, request.language),
    );
    app.get(
      '/exports/size',
      {
        config,
        schema: {
          tags,
          operationId: 'read-export-size',
          summary: 'How much an export would hold, and how much I may still take alone today',
          querystring: ExportFilter,
          response: { 200: ExportSizeAnswer },
        },
      },
      (request) => readExportSize(services, actorOf(request), request.query),
    );
    app.get(
      '/exports/to-decide',
      {
        config: deciding,
        schema: {
          tags,
          operationId: 'list-exports-to-decide',
          summary: 'Large exports that wait for a second person at my office or below it',
          response: { 200: ExportsToDecide },
        },
      },
      (request) => listExportsToDecide(services, actorOf(request), request.language),
    );
    app.get(
      '/exports/:id',
      {
        config,
        schema: {
          tags,
          operationId: 'read-export',
          summary: 'How far an export is',
          params: exportParams('fetch-export'),
          response: { 200: ExportView },
        },
      },
      (request) => readExport(services, actorOf(request), request.params.id, request.language),
    );
    app.post(
      '/exports/:id/actions/decide',
      {
        config: { ...deciding, isDangerous: true },
        schema: {
          tags,
          operationId: 'decide-export',
          summary: "Agree to somebody else's large export, or refuse it with a reason",
          params: exportParams('decide-export'),
          body: DecideExportBody,
          response: { 200: ExportView },
        },
      },
      (request) =>
        decideExport(services, actorOf(request), request.params.id, request.body, request.language),
    );
    app.get(
      '/exports/:id/file',
      {
        config,
        schema: {
          tags,
          operationId: 'fetch-export',
          summary: 'The file, as an attachment; each time is on record with its hash',
          params: exportParams('fetch-export'),
        },
      },
      async (request, reply) => {
        const file = await fetchExport(services, actorOf(request), request.params.id);
        return reply
          .header('content-disposition', attachment(file.name))
          .header('content-length', file.bytes)
          .header('x-content-type-options', 'nosniff')
          .header('cache-control', 'no-store')
          .type(file.mediaType)
          .send(file.content);
      },
    );
  };
}
