import { forbiddenBefore, twoHandsDays } from '#domain/access/two-hands.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import type { Trx } from '#server/database/transaction.ts';
import { hasChanged } from '../changes/record-change.queries.ts';
import { standingPostings } from '../postings/postings.queries.ts';

/** Nobody alone gives an administrator or auditor both halves of their way in. */
export async function refuseOneHand(
  services: Services,
  trx: Trx,
  actor: Actor,
  userId: string,
  half: Parameters<typeof forbiddenBefore>[0],
): Promise<void> {
  const postings = await standingPostings(trx, actor.cityCode, [userId], todayOf(services));
  const roles = postings.map(({ role }) => role);
  const since = services.clock.now().subtract({ hours: twoHandsDays * 24 });
  if (await hasChanged(trx, actor, userId, forbiddenBefore(half, roles), since.toString()))
    refuse(422, 'needs-another-administrator');
}
