import { handlersOwnStatuses } from '#domain/matters/queue.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import { type LeftWork, moveHandler } from './hand-over-work.queries.ts';

const batchSize = 200;

/**
 * 承办人交接: the open matters that somebody is handling at an office get another handler, each with an event of its own.
 * What they had finished keeps their name, because whoever handled a matter may not call back on it. Answers how many.
 */
export async function handOverWork(
  services: Pick<Services, 'clock' | 'newId'>,
  trx: Trx,
  actor: Actor,
  work: LeftWork,
): Promise<number> {
  const at = services.clock.now().toString();
  let total = 0;
  for (;;) {
    const eventIds = Array.from({ length: batchSize }, () => services.newId());
    const moved = await moveHandler(trx, actor, work, handlersOwnStatuses, at, eventIds);
    total += moved;
    if (moved < batchSize) return total;
  }
}
