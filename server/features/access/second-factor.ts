import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type {
  BeginTotpAnswer,
  RecoveryCodesAnswer,
  SecondFactorBody,
  SignInAnswer,
} from '#contract/access/getting-in.ts';
import { wrongCodesAtMost } from '#domain/access/two-factors.ts';
import { secretBytes, spellSecret, stepOfCode, totpAddress } from '#server/adapters/totp.ts';
import type { Principal } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { endSession } from './access.queries.ts';
import { checkCode, openTotpSecret, sealTotpSecret } from './check-code.ts';
import { sessionOf } from './identity-provider.ts';
import { forgetPrincipal } from './principal.ts';
import { recordAccess } from './record-access.ts';
import { makeRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import {
  confirmTotp,
  deleteTotp,
  lockTotp,
  replaceRecoveryCodes,
  writeTotp,
} from './second-factor.queries.ts';
import { refuseLastSecondFactor, refuseUnlessBothOrFirst } from './second-factor-rules.ts';
import { countCode, markTwoFactors } from './sessions.queries.ts';
import { beginTry, forgive, type Tried } from './waits.ts';

/** The code that a sign-in waits for, or by which a session of one factor comes to have two. */
export async function answerSecondFactor(
  services: Services,
  request: FastifyRequest,
  body: SecondFactorBody,
): Promise<SignInAnswer> {
  const session = await sessionOf(services, request);
  if (session === null) refuse(401, 'sign-in-again');
  const { id, userId } = session;
  const tried: Tried[] = [{ kind: 'codes', value: userId }];
  await beginTry(services, tried);
  const count = await countCode(services.db, id, wrongCodesAtMost);
  const isRight = count !== null && (await checkCode(services, userId, body));
  if (!isRight && (count === null || count >= wrongCodesAtMost)) {
    await endSession(services.db, id);
    forgetPrincipal(services, userId);
    refuse(401, 'sign-in-again');
  }
  if (!isRight) refuse(422, 'wrong-code', { field: 'code' });
  await markTwoFactors(services.db, id);
  await forgive(services, tried);
  forgetPrincipal(services, userId);
  return { next: 'signed-in', offers: [] };
}

/** A new secret and the paper that stands in for the app. Nobody is asked for a code before one was right. */
export function beginTotp(services: Services, principal: Principal): Promise<BeginTotpAnswer> {
  const { userId, username } = principal;
  return within(services, async (trx) => {
    await refuseUnlessBothOrFirst(trx, principal);
    const secret = randomBytes(secretBytes);
    const at = services.clock.now().toString();
    if (!(await writeTotp(trx, userId, sealTotpSecret(services, userId, secret), at)))
      refuse(409, 'second-factor-there');
    const recoveryCodes = await newRecoveryCodes(services, trx, userId);
    const { name } = services.pack.city;
    return {
      address: totpAddress(secret, `和解 ${name}`, username),
      secret: spellSecret(secret),
      recoveryCodes,
    };
  });
}

/** The first right code puts the app into use, and gives this session its second factor. */
export async function finishTotp(services: Services, principal: Principal, code: string): Promise<void> {
  const { userId, session } = principal;
  const now = services.clock.now();
  await within(services, async (trx) => {
    const totp = await lockTotp(trx, userId);
    if (totp === undefined) refuse(409, 'no-second-factor');
    if (totp.isConfirmed) refuse(409, 'second-factor-there');
    const secret = openTotpSecret(services, userId, totp.secret);
    const step = stepOfCode(secret, code, now.epochMilliseconds / 1000, totp.lastStep);
    if (step === null) refuse(422, 'wrong-code', { field: 'code' });
    await refuseUnlessBothOrFirst(trx, principal);
    await confirmTotp(trx, userId, step, now.toString());
    if (session) await markTwoFactors(trx, session.id);
    await recordAccess(services, trx, principal, { type: 'second-factor-set-up', userId });
  });
  forgetPrincipal(services, userId);
}

export async function removeTotp(services: Services, principal: Principal): Promise<void> {
  const { userId } = principal;
  await within(services, async (trx) => {
    await refuseUnlessBothOrFirst(trx, principal);
    await refuseLastSecondFactor(services, trx, principal, 'totp');
    if (!(await deleteTotp(trx, userId))) refuse(409, 'no-second-factor');
    await recordAccess(services, trx, principal, { type: 'second-factor-removed', userId });
  });
  forgetPrincipal(services, userId);
}

/** Ten new ones; those on the old paper are worth nothing from now on. */
export function renewRecoveryCodes(services: Services, principal: Principal): Promise<RecoveryCodesAnswer> {
  const { userId } = principal;
  return within(services, async (trx) => {
    await refuseUnlessBothOrFirst(trx, principal);
    if (!(await lockTotp(trx, userId))?.isConfirmed) refuse(409, 'no-second-factor');
    await recordAccess(services, trx, principal, { type: 'recovery-codes-made', userId });
    return { recoveryCodes: await newRecoveryCodes(services, trx, userId) };
  });
}

async function newRecoveryCodes(services: Services, trx: Trx, userId: string): Promise<string[]> {
  const codes = makeRecoveryCodes();
  const hashes = codes.map((code) => recoveryCodeHash(services, userId, code));
  await replaceRecoveryCodes(trx, userId, hashes);
  return codes;
}

function within<T>(services: Services, work: (trx: Trx) => Promise<T>): Promise<T> {
  return inTransaction(services, { cityCode: services.pack.city.code, role: 'program' }, work);
}
