import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { type Change, insertChange } from './record-change.queries.ts';

/** Appends the event, in the transaction that makes the change. */
export function recordChange(
  services: Pick<Services, 'clock' | 'newId'>,
  trx: Trx,
  actor: Actor,
  change: Change,
): Promise<void> {
  return insertChange(trx, actor, change, services.newId(), services.clock.now().toString());
}
