import multipart from '@fastify/multipart';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { AddPapersForm } from '#contract/matters/add-papers.ts';
import { MatterPresent } from '#contract/matters/matter.ts';
import { IdempotencyHeaders } from '#contract/matters/parts.ts';
import { fileBytesAtMost, filesAtMost } from '#domain/documents/accepted-files.ts';
import { sendAttachment } from '#server/app/attachment.ts';
import { actorOf, idempotencyKeyOf } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { exampleAccounts, exampleHeaders, exampleParams, paperParams } from '../examples.ts';
import { addPapers } from './add-paper.ts';
import { readPaper } from './read-paper.ts';
import { receivePapers } from './receive-files.ts';

const tags = ['matters'];
const demoAccount = exampleAccounts.clerk;

export function paperRoutes(services: Services): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(multipart, {
      limits: {
        fileSize: fileBytesAtMost,
        files: filesAtMost,
        fields: 4,
        parts: filesAtMost + 4,
        fieldSize: 1000,
        headerPairs: 50,
      },
      throwFileSizeLimit: true,
    });
    app.post(
      '/matters/:id/actions/add-paper',
      {
        config: { policy: 'work-on-matters', demoAccount, form: AddPapersForm },
        // The whole of an upload, at its bounds.
        bodyLimit: (fileBytesAtMost + 1024) * filesAtMost,
        schema: {
          tags,
          operationId: 'add-paper',
          summary:
            'Add papers to the file: fields version, kind and forSeats, then 1 to 10 files of at most 20 MB',
          consumes: ['multipart/form-data'],
          params: exampleParams('add-paper'),
          headers: exampleHeaders('add-paper', IdempotencyHeaders),
          response: { 200: MatterPresent },
        },
      },
      async (request) => {
        const papers = await receivePapers(services, request);
        return addPapers(services, actorOf(request), {
          ...papers,
          matterId: request.params.id,
          idempotencyKey: idempotencyKeyOf(request.headers),
          language: request.language,
        });
      },
    );
    app.get(
      '/matters/:id/papers/:paperId',
      {
        config: { policy: 'work-on-matters', demoAccount },
        schema: {
          tags,
          summary: 'A paper, as an attachment',
          params: paperParams,
        },
      },
      async (request, reply) => {
        const { id, paperId } = request.params;
        const paper = await readPaper(services, actorOf(request), id, paperId);
        return sendAttachment(reply, paper);
      },
    );
  };
}
