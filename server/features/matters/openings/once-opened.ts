import { createHmac } from 'node:crypto';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { claimOpeningKey, openedUnder } from './opening.queries.ts';

/**
 * The id under which a request opens, and whether it has opened before. Of two at once the second waits at the key until the
 * first is done; the same key with another body is refused.
 */
export async function onceOpened(
  services: Pick<Services, 'clock' | 'newId' | 'keys'>,
  trx: Trx,
  actor: Actor,
  body: object,
  key: string | null,
): Promise<{ id: string; isRepeated: boolean }> {
  const id = services.newId();
  if (key === null) return { id, isRepeated: false };
  // Keyed, because the words may hold what a plain hash would give away to guessing.
  const secret = services.keys.purposeKey('idempotency');
  const bodyHash = createHmac('sha256', secret).update(JSON.stringify(body)).digest();
  const at = services.clock.now().toString();
  if (await claimOpeningKey(trx, actor, { key, bodyHash, id, at })) return { id, isRepeated: false };
  const kept = await openedUnder(trx, actor, key);
  if (kept === undefined || !kept.bodyHash.equals(bodyHash)) refuse(422, 'key-reused');
  return { id: kept.id, isRepeated: true };
}
