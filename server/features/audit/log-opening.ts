import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { insertOpening, insertOpenings } from './log-opening.queries.ts';
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

/** Puts on record that something of each of these matters was shown. */
export async function logOpenings(
  services: Pick<Services, 'clock' | 'newId'>,
  trx: Trx,
  actor: Actor,
  what: Opening['what'],
  matterIds: readonly string[],
): Promise<void> {
  if (matterIds.length === 0) return;
  const opened = matterIds.map((matterId) => ({ id: services.newId(), matterId }));
  await insertOpenings(trx, actor, what, opened, services.clock.now().toString());
}
