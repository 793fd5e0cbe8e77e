import type { Language } from '#contract/language/language.ts';
import type { EndPostingAnswer, EndPostingBody } from '#contract/organisations/postings.ts';
import { settlingRoles } from '#domain/organisations/postings.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { forgetPrincipal, isPostedAt } from '#server/features/access/public.ts';
import { leavePosting, refuseLastOfItsKind } from './leave-posting.ts';
import { presentPosting } from './posting.presenter.ts';
import { findPosting, lockPosting, type PostingRow } from './postings.queries.ts';

/** Ends a posting, with whoever takes the open work over. */
export async function endPosting(
  services: Services,
  actor: Actor,
  postingId: string,
  body: EndPostingBody,
  language: Language,
): Promise<EndPostingAnswer> {
  const { row, handedOver } = await inTransaction(services, actor, async (trx) => {
    const known = await findPosting(trx, actor.cityCode, postingId);
    if (known === undefined) refuse(404, 'not-found');
    // Before the one posting: whoever ends another of the same kind locks them all in the same order.
    await refuseLastOfItsKind(services, trx, actor, known, language);
    const posting = (await lockPosting(trx, actor.cityCode, postingId)) ?? known;
    if (posting.isEnded) refuse(409, 'posting-ended');
    if (posting.version !== body.version) {
      refuse(409, 'stale-version', { extra: { current: presentPosting(services, posting, language) } });
    }
    const successorUserId = body.successorUserId ?? null;
    await refuseStranger(services, trx, actor, posting, successorUserId);
    const moved = await leavePosting(services, trx, actor, posting, successorUserId);
    return { row: { ...posting, version: posting.version + 1, isEnded: true }, handedOver: moved };
  });
  forgetPrincipal(services, row.userId);
  return { posting: presentPosting(services, row, language), handedOver };
}

/** Whoever takes over works at the same office and may settle matters. */
async function refuseStranger(
  services: Services,
  trx: Trx,
  actor: Actor,
  posting: PostingRow,
  successorUserId: string | null,
): Promise<void> {
  if (successorUserId === null) return;
  const asked = {
    cityCode: actor.cityCode,
    userId: successorUserId,
    unitId: posting.unitId,
    roles: settlingRoles,
  };
  const isPosted = await isPostedAt(services, trx, { ...asked, today: todayOf(services) });
  if (!isPosted || successorUserId === posting.userId)
    refuse(422, 'successor-not-posted', { field: 'successorUserId' });
}
