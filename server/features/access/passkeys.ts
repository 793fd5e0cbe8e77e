import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AddPasskeyBody } from '#contract/access/getting-in.ts';
import type { Principal } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { askProvider } from './identity-provider.ts';
import { findPasskeys, passkeysAtMost } from './passkeys.queries.ts';
import { forgetPrincipal } from './principal.ts';
import { recordAccess } from './record-access.ts';
import { deletePasskey } from './second-factor.queries.ts';
import { refuseLastSecondFactor, refuseUnlessBothOrFirst } from './second-factor-rules.ts';
import { markTwoFactors } from './sessions.queries.ts';

/** What the browser needs to make a passkey. */
export async function beginPasskey(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  principal: Principal,
): Promise<object> {
  await refuseUnfit(services, principal);
  const path = `/passkey/generate-register-options?name=${encodeURIComponent(principal.username)}`;
  const answer = await askProvider(services, request, reply, { method: 'GET', path });
  if (!answer.ok) throw new Error(`the identity provider answered ${answer.status}`);
  return (await answer.json()) as object;
}

/** Made, with its user verified: this session has two factors from now on. */
export async function addPasskey(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  principal: Principal,
  { label, response }: AddPasskeyBody,
): Promise<void> {
  await refuseUnfit(services, principal);
  const body = { response, name: label.trim() };
  const path = '/passkey/verify-registration';
  const answer = await askProvider(services, request, reply, { method: 'POST', path, body });
  if (!answer.ok) refuse(422, 'passkey-refused');
  const { userId, session } = principal;
  await within(services, async (trx) => {
    if (session) await markTwoFactors(trx, session.id);
    await recordAccess(services, trx, principal, { type: 'passkey-added', userId });
  });
  forgetPrincipal(services, userId);
}

export async function removePasskey(services: Services, principal: Principal, id: string): Promise<void> {
  const { userId } = principal;
  await within(services, async (trx) => {
    await refuseUnlessBothOrFirst(trx, principal);
    await refuseLastSecondFactor(services, trx, principal, 'passkey');
    if (!(await deletePasskey(trx, userId, id))) refuse(404, 'not-found');
    await recordAccess(services, trx, principal, { type: 'passkey-removed', userId });
  });
  forgetPrincipal(services, userId);
}

async function refuseUnfit(services: Services, principal: Principal): Promise<void> {
  // A passkey is made in a browser, by whoever is signed in there.
  if (principal.session === null) refuse(403, 'outside-token');
  await within(services, (trx) => refuseUnlessBothOrFirst(trx, principal));
  const has = await findPasskeys(services.db, principal.userId);
  if (has.length >= passkeysAtMost) refuse(422, 'passkey-refused');
}

function within<T>(services: Services, work: (trx: Trx) => Promise<T>): Promise<T> {
  return inTransaction(services, { cityCode: services.pack.city.code, role: 'program' }, work);
}
