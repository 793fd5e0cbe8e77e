import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { insertOpening } from './log-opening.queries.ts';
import type { Opening } from './opening.ts';

/** Puts an opening on record, in the transaction that reads. */
export function logOpening(
  services: Pick<Services, 'clock' | 'newId'>,
  trx: Trx,
  actor: Actor | PartyActor,
  opening: Opening,
): Promise<void> {
  return insertOpening(trx, actor, opening, services.newId(), services.clock.now().toString());
}
