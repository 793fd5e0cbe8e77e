import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { words } from '#contract/language/language.ts';
import { formatMatterCode, parseMatterCode } from '#domain/matters/matter-code.ts';
import { parsePartySecret } from '#domain/matters/party-secret.ts';
import { openByCode } from '#server/features/matters/public.ts';
import { emptyForm, type FormError, sentForm } from '../form.ts';
import { switchedLanguage } from '../language-switch.ts';
import { portalWords } from '../words/words.ts';
import { createDoorLimits } from './door-limits.ts';
import type { FollowContext } from './follow-context.ts';
import { endSession, partyOf, startSession } from './party-session.ts';
import { createWaitingStep, waitingSeconds } from './waiting-step.ts';

const config = { policy: 'public' } as const;
type Typed = { readonly code: string; readonly secret: string };

/** In by code and secret, and out again. */
export function doorRoutes(app: FastifyInstance, { services, page }: FollowContext): void {
  const limits = createDoorLimits(services);
  const waiting = createWaitingStep(services);

  app.get<{ Querystring: { ended?: string; out?: string } }>('/', { config }, async (request, reply) => {
    const { ended, out } = request.query;
    if (!ended && !out && (await partyOf(services, request, reply)) !== null)
      return reply.redirect('/p/follow/matter', 303);
    if (ended) endSession(services, reply);
    return page(reply, 'follow/door', { form: emptyForm, notice: out ? 'out' : ended ? 'ended' : '' });
  });

  app.post('/', { config }, async (request, reply) => {
    const sent = sentForm(request);
    const ticket = sent.text('ticket');
    if (ticket !== '') return redeem(request, reply, ticket);
    const typed = { code: sent.text('code').slice(0, 60), secret: sent.text('secret').slice(0, 60) };
    // As it stood on the screen: whoever reads another language has not given up yet.
    const language = switchedLanguage(reply, sent.go);
    if (language !== null) {
      const form = { values: typed, errors: [] };
      return page(reply, 'follow/door', { form, notice: '', language });
    }
    const { faults, read } = readTyped(typed, request);
    if (read === null) return showDoor(reply, typed, faults, 422);
    const seconds = limits.secondsToWait(request.ip, read.code);
    if (seconds > 0) return showWait(reply, typed, seconds);
    if (limits.isAlarmed())
      return showWaitingStep(reply, waiting.ticketFor({ ...read, ip: request.ip }), waitingSeconds);
    return knock(request, reply, read);
  });

  app.post('/sign-out', { config }, (_request, reply) => {
    endSession(services, reply);
    return reply.redirect('/p/follow?out=1', 303);
  });

  async function redeem(request: FastifyRequest, reply: FastifyReply, ticket: string): Promise<FastifyReply> {
    const redeemed = waiting.redeem(ticket, request.ip);
    if (redeemed === null) return reply.redirect('/p/follow', 303);
    if ('seconds' in redeemed) return showWaitingStep(reply, ticket, redeemed.seconds);
    const { typed } = redeemed;
    const seconds = limits.secondsToWait(request.ip, typed.code);
    return seconds > 0 ? showWait(reply, shown(typed), seconds) : knock(request, reply, typed);
  }

  /** A wrong code and a wrong secret: the same work, the same answer. */
  async function knock(request: FastifyRequest, reply: FastifyReply, typed: Typed): Promise<FastifyReply> {
    const party = await openByCode(services, typed);
    if (party !== null) {
      startSession(services, reply, party);
      return reply.redirect('/p/follow/matter', 303);
    }
    limits.countWrong(request.ip, typed.code);
    const text = portalWords(request.language).door.wrong;
    return showDoor(reply, shown(typed), [{ field: 'secret', text }], 422);
  }

  function showDoor(reply: FastifyReply, typed: Typed, errors: FormError[], status: number): FastifyReply {
    return page(reply, 'follow/door', { form: { values: typed, errors }, notice: '' }, status);
  }

  function showWait(reply: FastifyReply, typed: Typed, seconds: number): FastifyReply {
    reply.header('retry-after', String(seconds));
    return page(reply, 'follow/door', { form: { values: typed, errors: [] }, notice: 'wait', seconds }, 429);
  }

  function showWaitingStep(reply: FastifyReply, ticket: string, seconds: number): FastifyReply {
    reply.header('retry-after', String(seconds));
    return page(reply, 'follow/waiting-step', { ticket, seconds }, 429);
  }
}

/** The code stays in its field; a secret is typed anew, for a page may lie open at a shared screen. */
function shown({ code }: Typed): Typed {
  return { code: formatMatterCode(code), secret: '' };
}

/** What is no code or no secret at all is told at its field: whoever copied it wrong can see where. */
function readTyped(
  { code, secret }: Typed,
  { language }: FastifyRequest,
): { faults: FormError[]; read: Typed | null } {
  const { reasons } = words(language);
  const faults: FormError[] = [];
  const parsedCode = parseMatterCode(code);
  const parsedSecret = parsePartySecret(secret);
  if (!parsedCode.ok)
    faults.push({
      field: 'code',
      text: code === '' ? portalWords(language).door['code-missing'] : reasons[parsedCode.reason],
    });
  if (!parsedSecret.ok)
    faults.push({
      field: 'secret',
      text: secret === '' ? portalWords(language).door['secret-missing'] : reasons[parsedSecret.reason],
    });
  if (!parsedCode.ok || !parsedSecret.ok) return { faults, read: null };
  return { faults, read: { code: parsedCode.code, secret: parsedSecret.secret } };
}
