import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../network-of.ts';
import { refuse } from '../refusal.ts';
import { cookieValue } from '../request.ts';
import { createFairTurns, type TurnRules } from './fair-turns.ts';

/** Work that keeps a processor busy leaves half of them to everybody else. */
const half = Math.max(1, Math.floor(availableParallelism() / 2));

export const turnRules: TurnRules = {
  kinds: {
    // Received whole before it can be refused; what drips or never ends is ended by body-bounds.ts.
    large: { atOnce: 64, perAsker: 1, burst: 6, perSecond: 2 },
    // A password costs 30 ms of one processor, on purpose.
    'sign-in': { atOnce: half, perAsker: half, burst: 30, perSecond: 8 },
    costly: { atOnce: half + 1, perAsker: 1, burst: 15, perSecond: 3 },
    public: { atOnce: half + 1, perAsker: 2, burst: 120, perSecond: 25, restInCrowd: 3 },
    known: { atOnce: 12 * half, perAsker: 4, burst: 100, perSecond: 25 },
  },
  perAddress: 16,
  waitingPerAsker: 100,
  waitingAtMost: 2000,
};

/** What reads much of the database for one answer. */
const costly = /^\/api\/v1\/(search|oversight|exports|levels|matters\/:id\/similar)/;
const signingIn = /^\/api\/auth\/(sign-in|change-password|prove|second-factor)/;
/** Answers that stay open take no turn: they would keep it. */
const open = /\/stream$/;
/** What shows who somebody is: a colleague's session, a party's, a draft of the public site's. */
const knownBy = ['hejie.session_token', '__Secure-hejie.session_token', 'hejie_party', 'hejie_bring'];

/**
 * Before anything is done about a request it waits for its turn: after its body is read, or, where that is large, before.
 */
export function takeTurns(app: FastifyInstance, rules: TurnRules = turnRules): void {
  const turns = createFairTurns(rules);
  const wait = async (request: FastifyRequest, reply: FastifyReply, kind: string): Promise<void> => {
    const turn = turns.take({ kind, ...askerOf(request) });
    if (turn === null) {
      refuse(429, 'too-many-requests', { params: { seconds: 2 }, headers: { 'retry-after': '2' } });
    }
    const giveBack = await turn;
    if (reply.raw.destroyed) {
      // Nobody waits for the answer any more.
      giveBack();
      refuse(408, 'request-timeout');
    }
    reply.raw.once('close', giveBack);
    request.giveTurnBack = giveBack;
  };
  app.addHook('onRequest', async (request, reply) => {
    if (isLarge(request)) await wait(request, reply, 'large');
  });
  app.addHook('preValidation', async (request, reply) => {
    const { url = '' } = request.routeOptions;
    if (url !== '' && !open.test(url) && !isLarge(request)) await wait(request, reply, kindOf(request, url));
  });
  // What is left is the network's to do, as slowly as it likes.
  app.addHook('onSend', async (request, _reply, payload) => {
    request.giveTurnBack?.();
    return payload;
  });
}

declare module 'fastify' {
  interface FastifyRequest {
    giveTurnBack?: () => void;
  }
}

const largeBytes = 64 * 1024;

function isLarge({ headers }: FastifyRequest): boolean {
  return (
    Number(headers['content-length'] ?? 0) > largeBytes ||
    headers['transfer-encoding'] !== undefined ||
    headers['content-type']?.startsWith('multipart/') === true
  );
}

function kindOf({ headers }: FastifyRequest, url: string): string {
  if (signingIn.test(url)) return 'sign-in';
  if (costly.test(url)) return 'costly';
  return shownBy(headers) === undefined ? 'public' : 'known';
}

/** Who it is, as far as one can tell without asking the database: by what they show, else by where they come from. */
function askerOf({ ip, headers }: FastifyRequest): { address: string; key: string } {
  const address = networkOf(ip);
  const shown = shownBy(headers);
  const key = shown === undefined ? address : createHash('sha256').update(shown).digest('base64url');
  return { address, key };
}

function shownBy(headers: FastifyRequest['headers']): string | undefined {
  if (headers.authorization !== undefined) return headers.authorization;
  for (const name of knownBy) {
    const value = cookieValue(headers, name);
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}
