import multipart from '@fastify/multipart';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { fill, type Language } from '#contract/language/language.ts';
import { acceptedFiles, fileBytesAtMost, filesAtMost } from '#domain/documents/accepted-files.ts';
import { isHttpProblem } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import {
  addInformation,
  digestOf,
  type PartyAtMatter,
  type ReceivedFile,
  receiveFile,
} from '#server/features/matters/public.ts';
import { emptyForm, type Form, type FormError, plainText } from '../form.ts';
import { switchedLanguage } from '../language-switch.ts';
import { portalWords } from '../words/words.ts';
import type { FollowContext } from './follow-context.ts';
import { newFormKey } from './sending.ts';

const config = { policy: 'public' } as const;
const action = 'add-information';
const textAtMost = 4000;
const accept = [...acceptedFiles.values()]
  .flat()
  .map((ending) => `.${ending}`)
  .join(',');

type Shown = {
  readonly form: Form;
  readonly notice?: string;
  readonly seconds?: number;
  readonly status?: number;
  readonly language?: Language;
};

/** Adding words and papers. What was typed is kept on every fault; files a browser must be given again, and that is said. */
export function informationRoutes({
  services,
  page,
  enter,
  notNow,
  sending,
}: FollowContext): FastifyPluginAsync {
  const show = (
    reply: FastifyReply,
    party: PartyAtMatter,
    { form, notice = '', seconds = 0, status = 200, language }: Shown,
  ) => {
    if (seconds > 0) reply.header('retry-after', String(seconds));
    const key = typeof form.values['key'] === 'string' ? form.values['key'] : newFormKey();
    const back = '/p/follow/matter';
    const data = { form, notice, seconds, key, accept, textAtMost, filesAtMost, back, language };
    // Nobody stands for the other side here, and a representative confides in nobody else than the office anyway.
    const of = { mayConfide: party.seat === 'applicant', isRepresentative: party.seat === 'representative' };
    return page(reply, 'follow/information', { ...data, ...of }, status);
  };
  return async (app) => {
    await app.register(multipart, {
      limits: {
        fileSize: fileBytesAtMost,
        files: filesAtMost,
        fields: 6,
        parts: filesAtMost + 6,
        fieldSize: 64 * 1024,
        headerPairs: 50,
      },
      throwFileSizeLimit: true,
    });
    app.get('/information', { config }, async (request, reply) => {
      const party = await enter(request, reply);
      if (party === null) return reply;
      return party.actions.includes(action)
        ? show(reply, party, { form: emptyForm })
        : notNow(reply, party, action);
    });
    app.post(
      '/information',
      { config, bodyLimit: (fileBytesAtMost + 1024) * filesAtMost },
      async (request, reply) => {
        const party = await enter(request, reply);
        if (party === null) return reply;
        const { fields, files, errors } = await receive(services, request);
        const w = portalWords(request.language);
        const text = plainText(fields.get('text') ?? '');
        const isInConfidence = fields.get('confidence') === 'yes';
        const key = fields.get('key') ?? '';
        const values = {
          text,
          confidence: isInConfidence ? 'yes' : '',
          ...(/^[\w-]{8,40}$/.test(key) && { key }),
        };
        const language = switchedLanguage(reply, fields.get('go') ?? '');
        if (language !== null) {
          const notice = files.length > 0 || errors.length > 0 ? 'files-again' : '';
          return party.actions.includes(action)
            ? show(reply, party, { form: { values, errors: [] }, notice, language })
            : notNow(reply, party, action, { kept: text, language });
        }
        const over = [...text].length - textAtMost;
        if (over > 0) errors.push({ field: 'text', text: fill(w.form['characters-over'], { count: over }) });
        if (text === '' && files.length === 0 && errors.length === 0)
          errors.push({ field: 'text', text: w.information.missing });
        if (errors.length > 0) {
          const notice =
            files.length > 0 || errors.some(({ field }) => field === 'files') ? 'files-again' : '';
          return show(reply, party, { form: { values, errors }, notice, status: 422 });
        }
        // What one adds does not depend on what moved meanwhile: it goes to the matter as it stands.
        const content = { text, isInConfidence, files: files.map(digestOf) };
        const went = await sending(party, { key, version: party.version, content }, (order) =>
          addInformation(services, party, order, { text, files, isInConfidence }),
        );
        const form: Form = { values, errors: [] };
        if (went.how === 'done') return reply.redirect('/p/follow/matter?done=add-information', 303);
        if (went.how === 'wait')
          return show(reply, party, { form, notice: 'wait', seconds: went.seconds, status: 429 });
        if (went.how === 'moved') return show(reply, party, { form, notice: 'again', status: 409 });
        return notNow(reply, party, action, { kept: text });
      },
    );
  };
}

type Received = { fields: Map<string, string>; files: ReceivedFile[]; errors: FormError[] };

/** Reads an upload within its bounds. The words stand before the files in the form, so that they arrive whatever follows. */
async function receive(services: Services, request: FastifyRequest): Promise<Received> {
  const fields = new Map<string, string>();
  const files: ReceivedFile[] = [];
  const errors: FormError[] = [];
  const { information } = portalWords(request.language);
  if (!request.isMultipart()) return { fields, files, errors };
  const fault = (thrown: unknown, name: string): void => {
    const { code = '' } = thrown as { code?: string };
    const reason = isHttpProblem(thrown)
      ? thrown.errors?.[0]?.reason
      : code === 'FST_REQ_FILE_TOO_LARGE'
        ? information['too-big']
        : code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT'
          ? information['too-many']
          : undefined;
    if (reason === undefined) throw thrown;
    errors.push({ field: 'files', text: name === '' ? reason : `${name}: ${reason}` });
  };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields.set(part.fieldname, String(part.value));
        continue;
      }
      // A browser sends an empty part where no file was chosen.
      const content = await part.toBuffer();
      if (!part.filename && content.length === 0) continue;
      try {
        files.push(await receiveFile(services, request, part.filename, content, files.length));
      } catch (thrown) {
        fault(thrown, part.filename);
      }
    }
  } catch (thrown) {
    fault(thrown, '');
  }
  return { fields, files, errors };
}
