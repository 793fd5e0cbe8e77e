import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { renderSVG } from 'uqr';
import { fill, type Language } from '#contract/language/language.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import { dayInWords } from '#server/app/day-in-words.ts';
import { unitName } from '#server/app/directory.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { openByCode } from '#server/features/matters/public.ts';
import { sendSecret } from '#server/features/messages/public.ts';
import { presentCentre } from '../centre.ts';
import { emptyForm, sentForm } from '../form.ts';
import { portalWords } from '../words/words.ts';
import { type BringContext, config } from './bring-context.ts';
import { type Done, type OpenDraft, openDraft, removeDraft, saveDraft } from './draft.ts';

/** Code and secret, to print, to save, and to take away from this screen again. */
export function doneRoutes(app: FastifyInstance, { services, page }: BringContext): void {
  const finished = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<[OpenDraft, Done] | null> => {
    const open = await openDraft(services, request);
    if (open?.draft.done !== undefined) return [open, open.draft.done];
    await reply.redirect('/p/bring', 303);
    return null;
  };

  app.get('/done', { config }, async (request, reply) => {
    const found = await finished(request, reply);
    if (found === null) return reply;
    const [{ draft }, done] = found;
    const { language } = request;
    return page(reply, 'bring/done', {
      ...done,
      texts: receiptTexts(services, done, language),
      form: emptyForm,
      filesLeft: draft.files.length,
      centre: presentCentre(services, done.centreRegion, language),
      nextDay: dayInWords(done.nextBy, language),
      followAt: followAt(services, language),
      qr: `data:image/svg+xml;base64,${Buffer.from(renderSVG(done.plainCode, { border: 2 })).toString('base64')}`,
    });
  });

  app.post('/done', { config }, async (request, reply) => {
    const found = await finished(request, reply);
    if (found === null) return reply;
    const [open, done] = found;
    const { go } = sentForm(request);
    if (go === 'finish') {
      await removeDraft(services, reply, open);
      return reply.redirect('/p/bring?cleared=1', 303);
    }
    if (go === 'send' && done.told !== null && !done.isSecretSent) {
      await sendOwnSecret(services, done);
      await saveDraft(services, { ...open, draft: { ...open.draft, done: { ...done, isSecretSent: true } } });
    }
    return reply.redirect('/p/bring/done', 303);
  });

  app.get('/receipt.txt', { config }, async (request, reply) => {
    const found = await finished(request, reply);
    if (found === null) return reply;
    const [, done] = found;
    // Old editors on Windows need the mark to read Chinese, and both line ends to break lines.
    const text = `\uFEFF${receiptLines(services, done, request).join('\r\n')}\r\n`;
    return download(reply, done, 'txt').type('text/plain; charset=utf-8').send(text);
  });

  app.get('/receipt.html', { config }, async (request, reply) => {
    const found = await finished(request, reply);
    if (found === null) return reply;
    const [, done] = found;
    return page(download(reply, done, 'html'), 'bring/receipt', {
      lines: receiptLines(services, done, request),
    });
  });
}

/** To the person themselves, by the way they chose; the message is written once however often they press. */
async function sendOwnSecret(services: Services, { plainCode, secret, centreRegion }: Done): Promise<void> {
  const party = await openByCode(services, { code: plainCode, secret });
  const unitId = services.directory.centreOf(centreRegion)?.id;
  if (party === null || unitId === undefined) return;
  const { cityCode, matterId, partyId, generation } = party;
  await inTransaction(services, party, (trx) =>
    sendSecret(services, trx, { cityCode, matterId, partyId, generation, unitId }),
  );
}

function download(reply: FastifyReply, { plainCode }: Done, ending: string): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="hejie-${plainCode}.${ending}"`);
}

/** Where the paper says that one looks. */
function followAt({ reachedAt }: Services, language: Language): string {
  return fill(portalWords(language).bring['follow-at'], { address: `${reachedAt.url}/p/follow` });
}

/** The city's own words of the receipt, filled in, in the language that is read now. */
function receiptTexts({ pack, directory }: Services, done: Done, language: Language): Record<string, string> {
  const centre = directory.centreOf(done.centreRegion);
  const facts = {
    date: dayInWords(done.nextBy, language),
    centre: centre === undefined ? '' : unitName(centre, language),
    phone: pack.city.enquiryPhone,
  };
  return Object.fromEntries([...pack.receipt].map(([key, text]) => [key, fill(text[language], facts)]));
}

function receiptLines(services: Services, done: Done, { language }: FastifyRequest): string[] {
  const text = receiptTexts(services, done, language);
  const colon = language === 'zh' ? '：' : ': ';
  const day = legalDay(Temporal.Instant.from(done.registeredAt), services.pack.city.zone);
  const { name } = presentCentre(services, done.centreRegion, language);
  const line = (key: string): string => text[key] ?? '';
  return [
    line('title'),
    '',
    `${line('code-label')}${colon}${done.code}`,
    `${line('secret-label')}${colon}${done.secret}`,
    `${line('registered-on-label')}${colon}${day}`,
    `${line('centre-label')}${colon}${name}`,
    '',
    line('keep-secret'),
    '',
    line('what-next'),
    line('next-accept'),
    line('next-route'),
    line('next-answer'),
    '',
    followAt(services, language),
    line('where-to-ask'),
    line('free-of-charge'),
  ];
}
