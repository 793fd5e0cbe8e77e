import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { TokenBounds } from '#domain/access/token-bounds.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { hashOf } from './principal.ts';
import { insertToken } from './tokens.queries.ts';

export type TokenOrder = {
  userId: string;
  label: string;
  expiresAt?: Temporal.Instant;
  /** Without bounds it is the program's own, as a demo and tests have them. */
  bounds?: TokenBounds;
  id?: string;
};

/** Makes a bearer token for a program. It is shown this once; only its hash is kept. */
export async function issueToken(services: Services, order: TokenOrder, trx?: Trx): Promise<string> {
  const token = `hejie_${randomBytes(32).toString('base64url')}`;
  await insertToken(trx ?? services.db, services.pack.city.code, {
    id: order.id ?? services.newId(),
    userId: order.userId,
    label: order.label,
    hash: hashOf(token),
    now: services.clock.now(),
    expiresAt: order.expiresAt ?? null,
    bounds: order.bounds ?? null,
  });
  return token;
}
