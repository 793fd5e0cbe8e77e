import type { FastifyReply, FastifyRequest } from 'fastify';
import { factorsOf } from '#domain/access/two-factors.ts';
import {
  type CallbackAnswer,
  type CityPerson,
  type CitySignIn,
  createCitySignIn,
  type KeptSignIn,
} from '#server/adapters/city-sign-in.ts';
import type { CitySignInConfig } from '#server/app/getting-in-config.ts';
import { cookieValue } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { bindSubject, findBySubject, findFreeAccount } from './city-sign-in.queries.ts';
import { originOf } from './identity-provider.ts';
import { recordAccess } from './record-access.ts';

const cookieName = 'hejie.city_sign_in';
const cookiePath = '/api/auth/city';
const lastsSeconds = 600;
const boundTo = 'city-sign-in';

/** Off to the city's sign-in. What must come back with the browser goes along in a sealed cookie, and nowhere else. */
export async function beginCitySignIn(
  services: Services,
  config: CitySignInConfig,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const { address, kept } = await providerOf(services, config, request).begin();
    const sealed = seal(services, { ...kept, untilMs: Date.now() + lastsSeconds * 1000 });
    return reply.header('set-cookie', cookieOf(services, sealed, lastsSeconds)).redirect(address, 302);
  } catch (failure) {
    services.log.warn({ err: failure }, 'the city sign-in could not be begun');
    return reply.redirect('/sign-in?refused=city-sign-in-failed', 303);
  }
}

/** Back from it. Nobody gets an account by it: it only says which of ours somebody is. */
export async function finishCitySignIn(
  services: Services,
  config: CitySignInConfig,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: CallbackAnswer,
): Promise<FastifyReply> {
  reply.header('set-cookie', cookieOf(services, '', 0));
  const kept = open(services, cookieValue(request.headers, cookieName));
  const person = kept && (await identify(services, config, request, answer, kept));
  if (!person) return reply.redirect('/sign-in?refused=city-sign-in-failed', 303);
  const userId = await accountOf(services, person);
  if (userId === null) return reply.redirect('/sign-in?refused=city-sign-in-unknown', 303);
  const headers = new Headers({ 'user-agent': request.headers['user-agent'] ?? '' });
  const { setCookies } = await services.signIn.open(userId, factorsOf(person.methods), headers);
  for (const setCookie of setCookies) reply.header('set-cookie', setCookie);
  return reply.redirect('/', 303);
}

async function identify(
  services: Services,
  config: CitySignInConfig,
  request: FastifyRequest,
  answer: CallbackAnswer,
  kept: KeptSignIn,
): Promise<CityPerson | null> {
  try {
    return await providerOf(services, config, request).finish(answer, kept);
  } catch (failure) {
    services.log.warn({ err: failure }, 'the city sign-in did not answer as it should');
    return null;
  }
}

/**
 * Whose account it is. The first time the user name says so, and the city's own, unchanging name for the person is bound
 * to the account; from then on only that counts, so that a user name given to somebody else there opens nothing here.
 */
function accountOf(services: Services, { subject, username }: CityPerson): Promise<string | null> {
  const now = services.clock.now().toString();
  return inTransaction(services, { cityCode: services.pack.city.code, role: 'program' }, async (trx) => {
    const known = await findBySubject(trx, subject);
    if (known !== undefined) return known.isDisabled ? null : known.userId;
    const userId = await findFreeAccount(trx, username.toLowerCase());
    if (userId === undefined) return null;
    if (!(await bindSubject(trx, { id: services.newId(), userId, subject, now }))) return null;
    await recordAccess(services, trx, { userId, postings: [] }, { type: 'city-sign-in-bound', userId });
    return userId;
  });
}

const providers = new WeakMap<CitySignInConfig, CitySignIn>();

function providerOf(services: Services, config: CitySignInConfig, request: FastifyRequest): CitySignIn {
  const known = providers.get(config);
  if (known) return known;
  const redirectUri = `${originOf(services, request)}${cookiePath}/callback`;
  const made = createCitySignIn({ ...config, redirectUri, callOut: services.outgoing.fetch });
  providers.set(config, made);
  return made;
}

type Sealed = KeptSignIn & { readonly untilMs: number };

function seal({ keys }: Services, kept: Sealed): string {
  return keys.seal(keys.purposeKey(boundTo), JSON.stringify(kept), boundTo).toString('base64url');
}

function open({ keys }: Services, sealed: string | undefined): Sealed | null {
  if (!sealed) return null;
  try {
    const text = keys.open(keys.purposeKey(boundTo), Buffer.from(sealed, 'base64url'), boundTo);
    const kept = JSON.parse(text.toString('utf8')) as Sealed;
    return kept.untilMs > Date.now() ? kept : null;
  } catch {
    return null;
  }
}

/** `lax`, unlike the session's: it has to come along when the browser returns from elsewhere. */
function cookieOf({ config }: Services, value: string, seconds: number): string {
  const secure = config.origin?.startsWith('https:') ? '; Secure' : '';
  return `${cookieName}=${value}; Path=${cookiePath}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
