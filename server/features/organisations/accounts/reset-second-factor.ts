import type { Language } from '#contract/language/language.ts';
import type { AccountView, ResetSecondFactorBody } from '#contract/organisations/accounts.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { endSecondFactors, forgetPrincipal } from '#server/features/access/public.ts';
import { recordChange } from '../changes/record-change.ts';
import { readAccount } from './account.presenter.ts';
import { lockAccounts } from './accounts.queries.ts';
import { refuseOneHand } from './refuse-one-hand.ts';

/** 重置双重验证: for a colleague who lost phone and paper, with the reason on record. Never one's own; where there is none, nothing changes. */
export async function resetSecondFactor(
  services: Services,
  actor: Actor,
  userId: string,
  body: ResetSecondFactorBody,
  language: Language,
): Promise<AccountView> {
  if (userId === actor.userId) refuse(422, 'own-second-factor');
  const account = await inTransaction(services, actor, async (trx) => {
    const [known] = await lockAccounts(trx, [userId]);
    if (known === undefined) refuse(404, 'not-found');
    await refuseOneHand(services, trx, actor, userId, 'second-factor-reset');
    if (await endSecondFactors(trx, userId))
      await recordChange(services, trx, actor, {
        type: 'second-factor-reset',
        subjectId: userId,
        data: { userId, reason: body.reason.trim() },
      });
    return readAccount(services, trx, actor.cityCode, userId, language);
  });
  forgetPrincipal(services, userId);
  return account;
}
