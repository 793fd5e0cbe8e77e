import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionUse } from '#server/adapters/sign-in.ts';
import type { Actor, Principal } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { endSession, findPerson, findPostings, hasLeftSince } from './access.queries.ts';
import { findTokenHolder, noteTokenUse } from './tokens.queries.ts';

// Long enough to spare a busy program a thousand look-ups, short enough that nobody notices a change late.
const rememberedForMs = 1000;
const rememberedAtMost = 10_000;
const useNotedEveryMs = 3_600_000;

/** Who sent this request, by token or by session cookie; null when nobody is known. */
export async function authenticate(
  services: Services,
  request: FastifyRequest,
  reply?: FastifyReply,
): Promise<Principal | null> {
  const { authorization, cookie } = request.headers;
  const token = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined;
  const sessionCookie = token === undefined ? sessionCookieOf(cookie) : undefined;
  const proof = token ?? sessionCookie;
  if (!proof) return null;

  const key = `${token === undefined ? 'session' : 'token'} ${hashOf(proof).toString('base64')}`;
  const now = performance.now();
  const remembered = services.principals.get(key);
  if (remembered && remembered.untilMs > now) return remembered.principal;

  const principal =
    token === undefined
      ? await bySession(services, cookie, 'working', reply)
      : await once(key, () => byToken(services, token));
  if (principal === null) return null;
  if (services.principals.size >= rememberedAtMost) services.principals.clear();
  services.principals.set(key, { principal, untilMs: now + rememberedForMs });
  return principal;
}

const underWay = new Map<string, Promise<Principal | null>>();

/** A busy program's requests come together: the first looks its token up, the others wait for the same answer. */
function once(key: string, lookUp: () => Promise<Principal | null>): Promise<Principal | null> {
  const running = underWay.get(key);
  if (running !== undefined) return running;
  const started = lookUp().finally(() => underWay.delete(key));
  underWay.set(key, started);
  return started;
}

/** To be called when an account or a posting changes: the next request looks again. */
export function forgetPrincipal(services: Principals, userId: string): void {
  for (const [key, { principal }] of services.principals) {
    if (principal.userId === userId) services.principals.delete(key);
  }
  for (const watch of services.principalWatchers) watch(userId);
}

/** The same for everybody, where it is not known whose session has ended. */
export function forgetAllPrincipals(services: Principals): void {
  services.principals.clear();
  for (const watch of services.principalWatchers) watch(null);
}

type Principals = Pick<Services, 'principals' | 'principalWatchers'>;

/** Whether whoever opened a long answer may still act under its posting. Asking keeps no session alive. */
export async function isStillPosted(
  services: Services,
  request: FastifyRequest,
  postingId: string,
): Promise<boolean> {
  const { authorization, cookie } = request.headers;
  const token = authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined;
  const principal =
    token === undefined ? await bySession(services, cookie, 'watching') : await byToken(services, token);
  return principal?.postings.some(({ id }) => id === postingId) ?? false;
}

/** The person acting under one posting: the one the header `Hejie-Posting` names, else the first in force. */
export function requireActor(request: FastifyRequest, services: Services): Actor {
  if (request.actor) return request.actor;
  const { principal } = request;
  if (!principal) refuse(401, 'not-signed-in');
  const asked = request.headers['hejie-posting'];
  const posting =
    asked === undefined ? principal.postings[0] : principal.postings.find(({ id }) => id === asked);
  if (!posting) refuse(403, asked === undefined ? 'no-posting' : 'not-your-posting');
  return {
    cityCode: services.pack.city.code,
    userId: principal.userId,
    name: principal.name,
    postingId: posting.id,
    unitId: posting.unitId,
    role: posting.role,
    regionCode: posting.regionCode,
    unitKind: posting.unitKind,
  };
}

/** What is kept of a token: it cannot be had back from this, and 256 random bits need no salt. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

async function byToken(services: Services, token: string): Promise<Principal | null> {
  const { db, clock, pack } = services;
  const now = clock.now();
  const holder = await findTokenHolder(db, pack.city.code, hashOf(token), now);
  if (!holder) return null;
  if (now.epochMilliseconds - (holder.lastUsedAt?.getTime() ?? 0) > useNotedEveryMs) {
    await noteTokenUse(db, pack.city.code, holder.tokenId, now);
  }
  const principal = await principalOf(services, holder.userId, {
    by: 'token',
    session: null,
    bounds: holder.bounds,
  });
  if (principal === null || holder.bounds === null) return principal;
  // It was made for one posting, and ends with it.
  const { postingId } = holder.bounds;
  const postings = principal.postings.filter(({ id }) => id === postingId);
  return postings.length === 0 ? null : { ...principal, postings };
}

async function bySession(
  services: Services,
  cookie: string | undefined,
  use: SessionUse,
  reply?: FastifyReply,
): Promise<Principal | null> {
  const headers = new Headers({ cookie: cookie ?? '' });
  const { session, setCookies } = await services.signIn.session(headers, use);
  // A session in use is prolonged; the cookie has to live as long.
  for (const setCookie of setCookies) reply?.header('set-cookie', setCookie);
  if (session === null || session.isPending) return null;
  const principal = await principalOf(services, session.userId, { by: 'session', session, bounds: null });
  if (principal === null || principal.postings.length > 0) return principal;
  const { db, clock, pack } = services;
  if (!(await hasLeftSince(db, pack.city.code, session, clock.now()))) return principal;
  await endSession(db, session.id);
  return null;
}

type Proof = Pick<Principal, 'by' | 'session' | 'bounds'>;

async function principalOf(services: Services, userId: string, proof: Proof): Promise<Principal | null> {
  const { db, clock, pack } = services;
  const person = await findPerson(db, userId);
  if (!person) return null;
  return { ...person, ...proof, postings: await findPostings(db, pack.city.code, userId, clock.now()) };
}

function sessionCookieOf(cookies: string | undefined): string | undefined {
  return /(?:^|;\s*)(?:__Secure-)?hejie\.session_token=([^;]+)/.exec(cookies ?? '')?.[1];
}
