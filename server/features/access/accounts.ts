import { passwordLength, refusalOfPassword } from '#domain/access/password-rule.ts';
import { leakedPasswords } from '#server/adapters/leaked-passwords.ts';
import { hashPassword } from '#server/adapters/password.ts';
import { userNameLength, userNameRule } from '#server/adapters/sign-in.ts';
import type { Refusal } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import {
  deleteSessions,
  findUsername,
  insertAccount,
  markDisabled,
  updatePassword,
} from './account.queries.ts';
import { forgetPrincipal } from './principal.ts';
import { recordAccess, type WhoActs } from './record-access.ts';
import { deleteOtherSessions } from './sessions.queries.ts';
import { revokeTokens } from './tokens.queries.ts';

export type AccountOrder = {
  username: string;
  password: string;
  name: string;
  /** Chosen by whoever must know it beforehand: a repeated request, the demo. */
  userId?: string;
};

type Made = { userId: string } | { refusal: Refusal };
type Done = { refusal?: Refusal };

/** Makes an account that can sign in, but without a posting may do nothing yet. */
export async function createAccount(services: Services, order: AccountOrder, trx?: Trx): Promise<Made> {
  const username = order.username.toLowerCase();
  const { least, most } = userNameLength;
  if (!userNameRule.test(username) || username.length < least || username.length > most) {
    return { refusal: { code: 'account-name-invalid', field: 'username' } };
  }
  const refusal = refusalOf(order.password, username);
  if (refusal) return { refusal };
  const userId = order.userId ?? services.newId();
  const passwordHash = await hashPassword(order.password);
  const account = { userId, accountId: services.newId(), username, name: order.name, passwordHash };
  const isMade = await within(services, trx, (door) =>
    insertAccount(door, { ...account, now: services.clock.now() }),
  );
  if (isMade) return { userId };
  return { refusal: { code: 'account-name-taken', field: 'username', params: { username } } };
}

/** Sets a new password and ends every session of the old one. An account that was disabled can sign in again. */
export async function setPassword(
  services: Services,
  userId: string,
  password: string,
  trx?: Trx,
): Promise<Done> {
  const username = await findUsername(trx ?? services.db, userId);
  if (username === undefined) return { refusal: { code: 'not-found' } };
  const refusal = refusalOf(password, username);
  if (refusal) return { refusal };
  const passwordHash = await hashPassword(password);
  const isDone = await within(services, trx, async (door) => {
    await markDisabled(door, userId, null);
    await deleteSessions(door, userId);
    return updatePassword(door, userId, passwordHash, services.clock.now());
  });
  forgetPrincipal(services, userId);
  return isDone ? {} : { refusal: { code: 'not-found' } };
}

/** Ends everything by which this person could come in: password, sessions, tokens. The name stays with their acts. */
export async function disableAccount(services: Services, userId: string, trx?: Trx): Promise<Done> {
  const now = services.clock.now();
  const isDone = await within(services, trx, async (door) => {
    await markDisabled(door, userId, now);
    await deleteSessions(door, userId);
    await revokeTokens(door, services.pack.city.code, { userId }, now);
    return updatePassword(door, userId, null, now);
  });
  forgetPrincipal(services, userId);
  return isDone ? {} : { refusal: { code: 'not-found' } };
}

/** One's own password, with the session that changes it as the only one left. */
export async function changeOwnPassword(
  services: Services,
  who: WhoActs & { username: string },
  sessionId: string,
  password: string,
): Promise<Done> {
  const refusal = refusalOf(password, who.username, 'newPassword');
  if (refusal) return { refusal };
  const { userId } = who;
  const passwordHash = await hashPassword(password);
  await within(services, undefined, async (trx) => {
    await updatePassword(trx, userId, passwordHash, services.clock.now());
    await deleteOtherSessions(trx, userId, sessionId);
    await recordAccess(services, trx, who, { type: 'password-changed', userId });
  });
  forgetPrincipal(services, userId);
  return {};
}

function refusalOf(password: string, username: string, field = 'password'): Refusal | undefined {
  const code = refusalOfPassword(password, username, leakedPasswords);
  if (code === null) return undefined;
  const { least, most } = passwordLength;
  return { code, field, params: { least, most } };
}

function within<T>(services: Services, trx: Trx | undefined, work: (trx: Trx) => Promise<T>): Promise<T> {
  return trx
    ? work(trx)
    : inTransaction(services, { cityCode: services.pack.city.code, role: 'program' }, work);
}
