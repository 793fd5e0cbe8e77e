import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { logOpening } from '#server/features/audit/public.ts';
import { placeOf } from '../read/places.queries.ts';
import { isSealed } from '../steps/side-ways/sealed-reading.queries.ts';
import { lookUnderOpening } from './read-outside.ts';

/**
 * The desk says that a file's page is being printed: paper leaves the house, so it is on record like an opening. A browser
 * that keeps quiet cannot be made to speak; that the page was opened is on record in any case.
 */
export function logPrint(services: Services, actor: Actor, matterId: string): Promise<void> {
  return inTransaction(services, actor, async (trx) => {
    const print = { what: 'print', matterId } as const;
    if ((await placeOf(trx, actor, matterId)) !== undefined) {
      await logOpening(services, trx, actor, print);
      return;
    }
    if (await isSealed(trx, actor.cityCode, { id: matterId })) refuse(403, 'sealed');
    if ((await lookUnderOpening(services, trx, actor, print)) === null) refuse(404, 'not-found');
  });
}
