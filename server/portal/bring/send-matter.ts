import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Receipt } from '#contract/matters/register-matter.ts';
import { addressFor, maskAddress } from '#domain/messages/address.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { addInformation, openByCode, registerAsParty } from '#server/features/matters/public.ts';
import { emptyForm, sentForm } from '../form.ts';
import { languageGo, switchLanguage } from '../language-switch.ts';
import { type BringContext, config } from './bring-context.ts';
import { waitingSeconds } from './bring-limits.ts';
import { type Done, type OpenDraft, openDraft, removeDraft, saveDraft } from './draft.ts';
import { answerRows } from './page-data.ts';
import { askedQuestions, firstOpen, one, sections } from './questions.ts';
import { ownSeat, registrationBody } from './registration-body.ts';
import { openUploads, removeUploads } from './uploads.ts';

/** The answers looked over, and sent: from then on it is a matter like any other. */
export function sendRoutes(app: FastifyInstance, context: BringContext): void {
  const { services, page, limits, world, enter } = context;

  const showCheck = (reply: FastifyReply, { draft }: OpenDraft, seconds = 0): FastifyReply => {
    const { language } = reply.request;
    const files = draft.files.map(({ name }) => name);
    if (seconds > 0) reply.header('retry-after', String(seconds));
    return page(
      reply,
      'bring/check',
      {
        rows: answerRows(services, draft.answers, files, language),
        isAnonymous: one(draft.answers, 'who') === 'anonymous',
        question: 'check',
        section: sections,
        sections,
        from: '',
        languageForm: 'question',
        form: emptyForm,
        seconds,
      },
      seconds > 0 ? 429 : 200,
    );
  };

  app.get('/check', { config }, async (request, reply) => {
    const open = await enter(request, reply);
    if (open === null) return reply;
    const at = firstOpen(open.draft.answers, open.draft.seen, world());
    return at === undefined ? showCheck(reply, open) : reply.redirect(`/p/bring/${at.name}`, 303);
  });

  app.post('/check', { config }, async (request, reply) => {
    const { go } = sentForm(request);
    const found = await openDraft(services, request);
    // Pressed twice: the second press finds it done, and what is left of the files is added.
    if (found?.draft.done !== undefined) {
      await addFiles(services, found);
      return reply.redirect('/p/bring/done', 303);
    }
    const open = found ?? (await enter(request, reply));
    if (open === null) return reply;
    const language = languageGo(go);
    if (language !== null) return switchLanguage(reply, language, '/p/bring/check');
    if (go === 'clear') {
      await removeDraft(services, reply, open);
      return reply.redirect('/p/bring?cleared=1', 303);
    }
    const at = firstOpen(open.draft.answers, open.draft.seen, world());
    if (go === 'back')
      return reply.redirect(`/p/bring/${askedQuestions(open.draft.answers, world()).at(-1)?.name}`, 303);
    if (at !== undefined) return reply.redirect(`/p/bring/${at.name}`, 303);
    const seconds = limits.secondsToSend(request.ip);
    if (seconds > 0) return showCheck(reply, open, seconds);
    if (limits.isFlooded() && (await mustWait(open, reply))) return reply;
    limits.countSent(request.ip);
    const done = await send(open, request);
    const sent: OpenDraft = { ...open, draft: { ...open.draft, answers: {}, seen: [], done } };
    await saveDraft(services, sent);
    await addFiles(services, sent);
    return reply.redirect('/p/bring/done', 303);
  });

  /** The waiting step: ten seconds that a person does not mind, and a machine with a thousand drafts does. */
  async function mustWait(open: OpenDraft, reply: FastifyReply): Promise<boolean> {
    const nowMs = services.clock.now().epochMilliseconds;
    const from = open.draft.sendFromMs ?? nowMs + waitingSeconds * 1000;
    if (open.draft.sendFromMs === undefined)
      await saveDraft(services, { ...open, draft: { ...open.draft, sendFromMs: from } });
    const seconds = Math.ceil((from - nowMs) / 1000);
    if (seconds <= 0) return false;
    reply.header('retry-after', String(seconds));
    page(reply, 'bring/waiting', { seconds }, 429);
    return true;
  }

  async function send({ draft }: OpenDraft, { language }: FastifyRequest): Promise<Done> {
    const { answers, partyId, formKey } = draft;
    const cityCode = services.pack.city.code;
    const region = one(answers, 'centre');
    const body = registrationBody(answers, language);
    const receipt = await registerAsParty(
      services,
      { cityCode, partyId, seat: ownSeat(answers), role: 'party', unitId: unitIdOf(cityCode, region) },
      body,
      { language, idempotencyKey: formKey },
    );
    const own = body.parties.find(({ seat }) => seat === ownSeat(answers));
    return doneOf(receipt, { partyId, region, told: own === undefined ? null : toldTo(own) });
  }
}

type Told = Done['told'];

function toldTo({
  toldBy,
  phone,
  email,
}: {
  readonly toldBy?: string;
  readonly phone?: string;
  readonly email?: string;
}): Told {
  if (toldBy !== 'sms' && toldBy !== 'mail') return null;
  const to = addressFor(toldBy, {
    ...(phone !== undefined && { phone: phone.replace(/[\s-]/g, '') }),
    ...(email !== undefined && { email }),
  });
  return { by: toldBy, to: to === null ? '' : maskAddress(to) };
}

/** What the person takes home: their own secret only. Whom they stand for gets theirs at the counter. */
function doneOf(
  receipt: Receipt,
  { partyId, region, told }: Pick<Done, 'told'> & { partyId: string; region: string },
): Done {
  return {
    code: receipt.code,
    plainCode: receipt.qr,
    secret: receipt.secrets.find((one) => one.partyId === partyId)?.secret ?? '',
    centreRegion: region,
    registeredAt: receipt.registeredAt,
    nextBy: receipt.next.by,
    told,
    isSecretSent: false,
  };
}

/** The files become papers of the matter, under its own key; what lay beside the draft is taken away. */
async function addFiles(services: Services, open: OpenDraft): Promise<void> {
  const { done, files: kept, formKey } = open.draft;
  if (done === undefined || kept.length === 0) return;
  const files = await openUploads(services, open);
  const party = await openByCode(services, { code: done.plainCode, secret: done.secret });
  if (party !== null && files.length > 0) {
    await addInformation(
      services,
      party,
      { version: party.version, idempotencyKey: `${formKey}.files` },
      { text: '', files, isInConfidence: false },
    );
  }
  await removeUploads(
    services,
    open,
    kept.map(({ id }) => id),
  );
  await saveDraft(services, { ...open, draft: { ...open.draft, files: [] } });
}
