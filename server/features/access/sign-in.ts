import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PasskeyProof, SignInAnswer } from '#contract/access/getting-in.ts';
import { hashPassword, isPassword } from '#server/adapters/password.ts';
import type { Principal } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { endSession } from './access.queries.ts';
import { findPasswordHash, findUserIdByName, findUsername } from './account.queries.ts';
import { changeOwnPassword } from './accounts.ts';
import { askProvider, sessionOf, sessionOpenedBy } from './identity-provider.ts';
import { authenticate, forgetAllPrincipals, forgetPrincipal } from './principal.ts';
import { recordAccess } from './record-access.ts';
import { deleteOverSessions, markProved } from './sessions.queries.ts';
import { beginTry, forgive, liftWaits, type Tried } from './waits.ts';
import { offersOf } from './ways-in.ts';

/** Name and password: a session, or one that waits for its second factor. */
export async function signIn(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  body: { username: string; password: string },
): Promise<SignInAnswer> {
  const tried: Tried[] = [
    { kind: 'name', value: body.username },
    { kind: 'address', value: request.ip },
  ];
  await beginTry(services, tried);
  const path = '/sign-in/username';
  const asked = { ...body, rememberMe: true };
  const answer = await askProvider(services, request, reply, { method: 'POST', path, body: asked });
  if (answer.status >= 500) throw new Error(`the identity provider answered ${answer.status}`);
  // Which of name and password is wrong is not told, nor whether the name exists.
  if (!answer.ok) {
    await workAsWithPassword(services, body);
    refuse(401, 'invalid-credentials');
  }
  const session = await sessionOpenedBy(services, answer);
  if (session === null) throw new Error('the identity provider opened no session');
  await forgive(services, tried);
  await deleteOverSessions(services.db, session.userId);
  if (!session.isPending) return { next: 'signed-in', offers: [] };
  return { next: 'second-factor', offers: await offersOf(services, session.userId) };
}

/** A passkey counts as both factors. Whoever is signed in already has thereby proved who they are once more. */
export async function signInByPasskey(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  body: PasskeyProof,
): Promise<SignInAnswer> {
  const tried: Tried[] = [{ kind: 'address', value: request.ip }];
  await beginTry(services, tried);
  const before = await sessionOf(services, request);
  const path = '/passkey/verify-authentication';
  const answer = await askProvider(services, request, reply, { method: 'POST', path, body });
  if (!answer.ok) refuse(422, 'passkey-refused');
  const session = await sessionOpenedBy(services, answer);
  if (session === null) throw new Error('the identity provider opened no session');
  await forgive(services, tried);
  const { userId } = session;
  const username = (await findUsername(services.db, userId)) ?? '';
  await inTransaction(services, { cityCode: services.pack.city.code, role: 'program' }, async (trx) => {
    if (before !== null) await endSession(trx, before.id);
    const who = { userId, postings: [] };
    if (await liftWaits(services, trx, { id: userId, username }))
      await recordAccess(services, trx, who, { type: 'account-unlocked', userId });
  });
  forgetPrincipal(services, userId);
  return { next: 'signed-in', offers: [] };
}

/** Says once more who one is, by password. */
export async function prove(services: Services, request: FastifyRequest, password: string): Promise<void> {
  const { principal, session } = await requireSession(services, request);
  if (!(await isOwnPassword(services, principal, password)))
    refuse(422, 'wrong-password', { field: 'password' });
  await markProved(services.db, session.id);
  forgetPrincipal(services, principal.userId);
}

export async function changePassword(
  services: Services,
  request: FastifyRequest,
  body: { currentPassword: string; newPassword: string },
): Promise<{ ok: true }> {
  const { principal, session } = await requireSession(services, request);
  if (!(await isOwnPassword(services, principal, body.currentPassword))) refuse(401, 'invalid-credentials');
  const { refusal } = await changeOwnPassword(services, principal, session.id, body.newPassword);
  if (refusal) refuseWith(refusal);
  return { ok: true };
}

export async function signOut(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  services.principals.clear();
  await askProvider(services, request, reply, { method: 'POST', path: '/sign-out', body: {} });
  forgetAllPrincipals(services);
  return reply.send({ ok: true });
}

/** A disabled account has no password to compare with: its name must not answer sooner than one that is not there. */
async function workAsWithPassword(
  { db }: Services,
  { username, password }: { username: string; password: string },
): Promise<void> {
  const userId = await findUserIdByName(db, username);
  if (userId !== undefined && (await findPasswordHash(db, userId)) === null) await hashPassword(password);
}

/** Whoever has got hold of an open session may not go on guessing the password that it lacks. */
async function isOwnPassword(services: Services, principal: Principal, password: string): Promise<boolean> {
  const tried: Tried[] = [{ kind: 'name', value: principal.username }];
  await beginTry(services, tried);
  const hash = await findPasswordHash(services.db, principal.userId);
  const isRight = hash !== null && (await isPassword(password, hash));
  if (isRight) await forgive(services, tried);
  return isRight;
}

async function requireSession(services: Services, request: FastifyRequest) {
  const principal = await authenticate(services, request);
  if (!principal?.session) refuse(401, 'not-signed-in');
  return { principal, session: principal.session };
}
