import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { fill } from '#contract/language/language.ts';
import { fileBytesAtMost, filesAtMost } from '#domain/documents/accepted-files.ts';
import { isHttpProblem } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { type ReceivedFile, receiveFile } from '#server/features/matters/public.ts';
import { type FormError, plainText } from '../form.ts';
import { languageGo, switchLanguage } from '../language-switch.ts';
import { portalWords } from '../words/words.ts';
import { type BringContext, config } from './bring-context.ts';
import { type OpenDraft, removeDraft, saveDraft } from './draft.ts';
import { pageData } from './page-data.ts';
import { addressBefore, nextAddress, walk } from './question-routes.ts';
import { firstOpen, type Question, questions } from './questions.ts';
import { hasRoom, keepUpload, removeUploads } from './uploads.ts';

const question = questions.find(({ name }) => name === 'files') as Question;
type From = { Querystring: { from?: string } };
type Received = { go: string; from: string; files: ReceivedFile[]; errors: FormError[] };

/** Papers and pictures, kept sealed beside the draft until the matter is sent. */
export function filesRoutes(context: BringContext): FastifyPluginAsync {
  const { services, page, limits, world, enter } = context;

  const show = (
    reply: FastifyReply,
    { draft }: OpenDraft,
    { errors = [], fromCheck, status = 200 }: { errors?: FormError[]; fromCheck: boolean; status?: number },
  ): FastifyReply => {
    const data = pageData(services, 'files', draft.answers, reply.request.language);
    const kept = draft.files.map(({ id, name, sizeBytes }) => ({ id, name, size: sizeInWords(sizeBytes) }));
    return page(
      reply,
      'bring/files',
      { ...data, ...walk(question, fromCheck), kept, form: { values: {}, errors } },
      status,
    );
  };

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

    app.get<From>('/files', { config }, async (request, reply) => {
      const open = await enter(request, reply);
      if (open === null) return reply;
      const at = firstOpen(open.draft.answers, open.draft.seen, world());
      if (at !== undefined && at.name !== 'files') return reply.redirect(`/p/bring/${at.name}`, 303);
      return show(reply, open, { fromCheck: request.query.from === 'check' });
    });

    app.post(
      '/files',
      { config, bodyLimit: (fileBytesAtMost + 1024) * filesAtMost },
      async (request, reply) => {
        const open = await enter(request, reply);
        if (open === null) return reply;
        const w = portalWords(request.language).bring;
        const seconds = limits.secondsToUpload(request.ip);
        if (seconds > 0) {
          reply.header('retry-after', String(seconds));
          const errors = [{ field: 'files', text: fill(w['upload-wait'], { seconds }) }];
          return show(reply, open, { errors, fromCheck: false, status: 429 });
        }
        const { go, from, files, errors } = await receive(services, request);
        const fromCheck = from === 'check';
        if (go === 'clear') {
          await removeDraft(services, reply, open);
          return reply.redirect('/p/bring?cleared=1', 303);
        }
        if (files.length > 0) limits.countUpload(request.ip);
        const now = await takeIn(open, files, errors, request);
        const removed = go.startsWith('remove:') ? go.slice('remove:'.length) : '';
        if (removed !== '') await removeUploads(services, now, [removed]);
        const isForward = go === '' && errors.length === 0;
        const saved: OpenDraft = {
          ...now,
          draft: {
            ...now.draft,
            files: now.draft.files.filter(({ id }) => id !== removed),
            seen: isForward ? [...new Set([...now.draft.seen, 'files'])] : now.draft.seen,
          },
        };
        await saveDraft(services, saved);
        if (errors.length > 0) return show(reply, saved, { errors, fromCheck, status: 422 });
        const here = `/p/bring/files${fromCheck ? '?from=check' : ''}`;
        const language = languageGo(go);
        if (language !== null) return switchLanguage(reply, language, here);
        if (go === 'back')
          return reply.redirect(addressBefore(question, saved.draft.answers, fromCheck, context), 303);
        return reply.redirect(isForward ? nextAddress(saved, question, fromCheck, context) : here, 303);
      },
    );
  };

  /** Keeps what fits; of what does not, says which and why. */
  async function takeIn(
    open: OpenDraft,
    files: readonly ReceivedFile[],
    errors: FormError[],
    request: FastifyRequest,
  ): Promise<OpenDraft> {
    const w = portalWords(request.language).bring;
    let { draft } = open;
    for (const file of files) {
      const tell = (sentence: string): void =>
        void errors.push({ field: 'files', text: fill(sentence, { name: file.name, most: filesAtMost }) });
      if (draft.files.length >= filesAtMost) tell(w['files-too-many']);
      else if (!(await hasRoom(services, file.content.length))) tell(w['files-no-room']);
      else draft = { ...draft, files: [...draft.files, await keepUpload(services, open, file)] };
    }
    return { ...open, draft };
  }
}

async function receive(services: Services, request: FastifyRequest): Promise<Received> {
  const received: Received = { go: '', from: '', files: [], errors: [] };
  const w = portalWords(request.language).bring;
  if (!request.isMultipart()) return received;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.fieldname === 'go') received.go = plainText(String(part.value));
        if (part.fieldname === 'from') received.from = plainText(String(part.value));
        continue;
      }
      const content = await part.toBuffer();
      // A file field that was left empty arrives as a part without a name.
      if (part.filename === '' || (part.filename === undefined && content.length === 0)) continue;
      await receiveFile(services, request, part.filename, content, received.files.length).then(
        (file) => received.files.push(file),
        (thrown: unknown) => {
          if (!isHttpProblem(thrown)) throw thrown;
          const why = thrown.errors?.[0]?.reason ?? '';
          received.errors.push({ field: 'files', text: `${plainText(part.filename).slice(-80)}: ${why}` });
        },
      );
    }
  } catch (thrown) {
    const { code = '' } = thrown as { code?: string };
    const bounds: Record<string, string> = {
      FST_REQ_FILE_TOO_LARGE: w['file-too-big'],
      FST_FILES_LIMIT: w['files-too-many'],
      FST_PARTS_LIMIT: w['files-too-many'],
    };
    const sentence = bounds[code];
    if (sentence === undefined) throw thrown;
    received.errors.push({ field: 'files', text: fill(sentence, { name: '', most: filesAtMost }) });
  }
  return received;
}

export function sizeInWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}
