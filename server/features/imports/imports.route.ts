import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  CheckImportBody,
  DecideDoubtsBody,
  ImportView,
  ListImportsAnswer,
  LookAnswer,
  LookQuery,
  RunImportBody,
  UploadLedgerForm,
} from '#contract/imports/imports.ts';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import { ledgerBytesAtMost } from '#domain/imports/vocabulary.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleHeaders } from '#server/features/matters/public.ts';
import { importExampleAccount, importParams } from './examples.ts';
import { fetchRefusedRows } from './read/fetch-refused-rows.ts';
import { listImports, lookAtLedger, readImport } from './read/look-at-ledger.ts';
import { checkImport, decideDoubts, runImport } from './steps/take-import-step.ts';
import { receiveLedger, uploadLedger } from './upload/upload-ledger.ts';

const tags = ['imports'];
const config = { policy: 'import-matters', demoAccount: importExampleAccount } as const;

/** Ledgers that a centre brings in 导入: upload, columns, doubtful words, check, run. */
export function importRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(multipart, {
      limits: { fileSize: ledgerBytesAtMost, files: 1, fields: 0, parts: 1, headerPairs: 50 },
      throwFileSizeLimit: true,
    });
    app.post(
      '/imports',
      {
        config: { ...config, form: UploadLedgerForm },
        bodyLimit: ledgerBytesAtMost + 4096,
        schema: {
          tags,
          operationId: 'upload-ledger',
          summary: 'Upload a ledger: XLSX or CSV, at most 50 MB',
          consumes: ['multipart/form-data'],
          headers: exampleHeaders('upload-ledger', IdempotencyHeaders),
          response: { 201: ImportView },
        },
      },
      async (request, reply) => {
        const received = await receiveLedger(services, request);
        const making = { language: request.language, idempotencyKey: idempotencyKeyOf(request.headers) };
        return reply.code(201).send(await uploadLedger(services, actorOf(request), received, making));
      },
    );
    app.get(
      '/imports',
      {
        config,
        schema: {
          tags,
          operationId: 'list-imports',
          summary: "My office's imports, the latest first",
          response: { 200: ListImportsAnswer },
        },
      },
      async (request) => ({ imports: await listImports(services, actorOf(request), request.language) }),
    );
    app.get(
      '/imports/:id',
      {
        config,
        schema: {
          tags,
          operationId: 'read-import',
          summary: 'How far an import is',
          params: importParams('read-import'),
          response: { 200: ImportView },
        },
      },
      (request) => readImport(services, actorOf(request), request.params.id, request.language),
    );
    app.get(
      '/imports/:id/look',
      {
        config,
        schema: {
          tags,
          operationId: 'look-at-ledger',
          summary: 'The first rows of a ledger, and what is understood by them',
          params: importParams('read-import'),
          querystring: LookQuery,
          response: { 200: LookAnswer },
        },
      },
      (request) =>
        lookAtLedger(services, actorOf(request), request.params.id, request.query, request.language),
    );
    app.get(
      '/imports/:id/refused-rows',
      {
        config,
        schema: {
          tags,
          operationId: 'fetch-refused-rows',
          summary: 'The rows that are not brought in, with their reasons, as CSV',
          params: importParams('read-import'),
        },
      },
      async (request, reply) => {
        const file = await fetchRefusedRows(services, actorOf(request), request.params.id, request.language);
        return reply
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
          .header('x-content-type-options', 'nosniff')
          .header('cache-control', 'no-store')
          .type('text/csv; charset=utf-8')
          .send(file.content);
      },
    );
    app.post(
      '/imports/:id/actions/check',
      {
        config,
        schema: {
          tags,
          operationId: 'check-import',
          summary: 'Say which column means what, and have every row read; nothing is brought in',
          params: importParams('check-import'),
          body: CheckImportBody,
          response: { 200: ImportView },
        },
      },
      (request) => checkImport(services, actorOf(request), request.params.id, request.body, request.language),
    );
    app.post(
      '/imports/:id/actions/decide',
      {
        config,
        schema: {
          tags,
          operationId: 'decide-doubts',
          summary: 'Decide what doubtful words mean, for this import and the next ones, and check again',
          params: importParams('decide-doubts'),
          body: DecideDoubtsBody,
          response: { 200: ImportView },
        },
      },
      (request) =>
        decideDoubts(services, actorOf(request), request.params.id, request.body, request.language),
    );
    app.post(
      '/imports/:id/actions/run',
      {
        config,
        schema: {
          tags,
          operationId: 'run-import',
          summary: 'Bring in what was checked, as closed history of the centre',
          params: importParams('run-import'),
          body: RunImportBody,
          response: { 200: ImportView },
        },
      },
      (request) =>
        runImport(services, actorOf(request), request.params.id, request.body.version, request.language),
    );
  };
}
