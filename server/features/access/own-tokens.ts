import { createHash } from 'node:crypto';
import type { MakeTokenAnswer, MakeTokenBody, TokenView } from '#contract/access/getting-in.ts';
import { isPermitted, type PermissionName } from '#domain/access/permissions.ts';
import type { Actor, Posting, Principal } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import {
  claimTokenKey,
  findOwnToken,
  findOwnTokens,
  revokeOwnToken,
  type TokenRow,
  tokenMadeUnder,
  tokensAtMost,
} from './own-tokens.queries.ts';
import { forgetPrincipal } from './principal.ts';
import { recordAccess } from './record-access.ts';
import { issueToken } from './tokens.ts';

/** A token for a program that works under one of one's own postings, through doors which that posting has itself. */
export async function makeOwnToken(
  services: Services,
  principal: Principal,
  body: MakeTokenBody,
  idempotencyKey: string | null,
): Promise<MakeTokenAnswer> {
  const posting = principal.postings.find(({ id }) => id === body.postingId);
  if (posting === undefined) refuse(403, 'not-your-posting', { field: 'postingId' });
  const shut = body.scope.find((door) => !isPermitted(door as PermissionName, posting));
  if (shut !== undefined) refuse(422, 'scope-not-yours', { field: 'scope', params: { door: shut } });
  const { userId } = principal;
  return inTransaction(services, actorOf(services, principal, posting), async (trx) => {
    const { id, isRepeated } = await onceOnly(services, trx, userId, body, idempotencyKey);
    const token = isRepeated ? null : await make(services, trx, { principal, posting, body, id });
    const row = await findOwnToken(trx, services.pack.city.code, userId, id);
    if (row === undefined) throw new Error('the token that was just made is not there');
    return { token, view: presentToken(row) };
  });
}

type Making = { principal: Principal; posting: Posting; body: MakeTokenBody; id: string };

async function make(services: Services, trx: Trx, { principal, posting, body, id }: Making): Promise<string> {
  const { userId } = principal;
  const now = services.clock.now();
  const has = await findOwnTokens(trx, services.pack.city.code, userId, now.toString());
  if (has.length >= tokensAtMost) refuse(422, 'too-many-tokens', { params: { limit: tokensAtMost } });
  const { scope, isReadOnly, days, label } = body;
  const expiresAt = now.add({ hours: 24 * days });
  const bounds = { scope, isReadOnly, postingId: posting.id };
  const token = await issueToken(services, { id, userId, label: label.trim(), expiresAt, bounds }, trx);
  await recordAccess(
    services,
    trx,
    { userId, postings: [posting] },
    {
      type: 'token-made',
      userId,
      facts: { unitId: posting.unitId, role: posting.role, scope: scope.join(', '), tokenId: id },
    },
  );
  return token;
}

export async function revokeToken(services: Services, principal: Principal, id: string): Promise<void> {
  const { userId } = principal;
  const cityCode = services.pack.city.code;
  const at = services.clock.now().toString();
  await inTransaction(services, { cityCode, role: 'program' }, async (trx) => {
    if (!(await revokeOwnToken(trx, cityCode, userId, id, at))) refuse(404, 'not-found');
    await recordAccess(services, trx, principal, { type: 'token-revoked', userId, facts: { tokenId: id } });
  });
  forgetPrincipal(services, userId);
}

export function presentToken(row: TokenRow): TokenView {
  return {
    id: row.id,
    label: row.label,
    postingId: row.postingId,
    scope: row.scope,
    isReadOnly: row.isReadOnly,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}

async function onceOnly(
  services: Services,
  trx: Trx,
  userId: string,
  body: MakeTokenBody,
  key: string | null,
): Promise<{ id: string; isRepeated: boolean }> {
  const id = services.newId();
  if (key === null) return { id, isRepeated: false };
  const cityCode = services.pack.city.code;
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest();
  const kept = { userId, key, bodyHash };
  if (await claimTokenKey(trx, cityCode, kept, id, services.clock.now().toString()))
    return { id, isRepeated: false };
  const made = await tokenMadeUnder(trx, cityCode, kept);
  if (made === undefined || !made.bodyHash.equals(bodyHash)) refuse(422, 'key-reused');
  return { id: made.id, isRepeated: true };
}

function actorOf({ pack }: Services, { userId, name }: Principal, posting: Posting): Actor {
  const { id: postingId, unitId, role, regionCode, unitKind } = posting;
  return { cityCode: pack.city.code, userId, name, postingId, unitId, role, regionCode, unitKind };
}
