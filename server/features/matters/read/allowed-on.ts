import { allowedActions } from '#domain/matters/take-step.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { surroundingsOf } from '../steps/surroundings.ts';
import { knownMatters } from './allowed-on.queries.ts';

/** What somebody may do now to each of several matters in which they take part. */
export async function allowedOn(
  services: Services,
  actor: Actor,
  matterIds: readonly string[],
): Promise<Action[][]> {
  const matters = await inTransaction(services, actor, (trx) =>
    knownMatters(trx, actor, matterIds, todayOf(services)),
  );
  return matters.map((matter) => allowedActions(matter, actor, surroundingsOf(services, matter)));
}
