import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { insertToken } from './access.queries.ts';
import { hashOf } from './principal.ts';

export type TokenOrder = { userId: string; label: string; expiresAt?: Temporal.Instant };

/** Makes a bearer token for a program. It is shown this once; only its hash is kept. */
export async function issueToken(services: Services, order: TokenOrder, trx?: Trx): Promise<string> {
  const token = `hejie_${randomBytes(32).toString('base64url')}`;
  await insertToken(trx ?? services.db, services.pack.city.code, {
    id: services.newId(),
    userId: order.userId,
    label: order.label,
    hash: hashOf(token),
    now: services.clock.now(),
    expiresAt: order.expiresAt ?? null,
  });
  return token;
}
