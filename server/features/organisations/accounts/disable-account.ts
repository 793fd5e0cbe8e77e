import type { Language } from '#contract/language/language.ts';
import type { DisableAccountAnswer } from '#contract/organisations/accounts.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { disableAccount as endAccess, forgetPrincipal } from '#server/features/access/public.ts';
import { recordChange } from '../changes/record-change.ts';
import { leavePosting, refuseLastOfItsKind } from '../postings/leave-posting.ts';
import { standingPostings } from '../postings/postings.queries.ts';
import { readAccount } from './account.presenter.ts';
import { lockAccounts } from './accounts.queries.ts';

/**
 * 停用账号: password, sessions, tokens and postings end at once; open work waits to be assigned (whoever wants to name
 * a successor ends the posting first). The name stays with what the person did.
 */
export async function disableAccount(
  services: Services,
  actor: Actor,
  userId: string,
  language: Language,
): Promise<DisableAccountAnswer> {
  if (userId === actor.userId) refuse(422, 'own-account');
  const answer = await inTransaction(services, actor, async (trx) => {
    const [account] = await lockAccounts(trx, [userId]);
    if (account === undefined) refuse(404, 'not-found');
    if (account.isDisabled) refuse(409, 'account-disabled');
    let handedOver = 0;
    for (const posting of await standingPostings(trx, actor.cityCode, [userId], todayOf(services))) {
      await refuseLastOfItsKind(services, trx, actor, posting, language);
      handedOver += await leavePosting(services, trx, actor, posting, null);
    }
    const { refusal } = await endAccess(services, userId, trx);
    if (refusal) refuseWith(refusal);
    const data = { userId, handedOver };
    await recordChange(services, trx, actor, { type: 'account-disabled', subjectId: userId, data });
    return { account: await readAccount(services, trx, actor.cityCode, userId, language), handedOver };
  });
  forgetPrincipal(services, userId);
  return answer;
}
