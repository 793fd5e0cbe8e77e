import { createHmac } from 'node:crypto';
import type { Language } from '#contract/language/language.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { claimKey, keptUnder } from './once.queries.ts';

/** How something is to be made: answered in whose language, under which idempotency key, with which id. */
export type Making = {
  readonly language: Language;
  readonly idempotencyKey?: string | null;
  /** Chosen by the demo, whose examples have fixed addresses. */
  readonly id?: string;
};

/**
 * The id under which a request makes its thing, and whether it has made it before. The key is claimed first, in the
 * transaction that makes the thing; the same key with another body is refused.
 */
export async function once(
  services: Pick<Services, 'clock' | 'newId' | 'keys'>,
  trx: Trx,
  actor: Actor,
  operation: string,
  body: unknown,
  making: Making,
): Promise<{ id: string; isRepeated: boolean }> {
  const id = making.id ?? services.newId();
  const key = making.idempotencyKey ?? null;
  if (key === null) return { id, isRepeated: false };
  // Keyed, because a body may hold a password that a plain hash would give away to guessing.
  const secret = services.keys.purposeKey('idempotency');
  const bodyHash = createHmac('sha256', secret).update(JSON.stringify(body)).digest();
  if (await claimKey(trx, actor, { operation, key, bodyHash, id, at: services.clock.now().toString() })) {
    return { id, isRepeated: false };
  }
  const kept = await keptUnder(trx, actor, operation, key);
  if (kept === undefined || !kept.bodyHash.equals(bodyHash)) refuse(422, 'key-reused');
  return { id: kept.id, isRepeated: true };
}
