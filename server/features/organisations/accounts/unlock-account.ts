import type { Language } from '#contract/language/language.ts';
import type { AccountView } from '#contract/organisations/accounts.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { liftWaits } from '#server/features/access/public.ts';
import { recordChange } from '../changes/record-change.ts';
import { readAccount } from './account.presenter.ts';
import { findAccount, lockAccounts } from './accounts.queries.ts';

/** 解除锁定: whoever waits after wrong passwords or codes may try again at once. One that is not locked stays as it is. */
export function unlockAccount(
  services: Services,
  actor: Actor,
  userId: string,
  language: Language,
): Promise<AccountView> {
  return inTransaction(services, actor, async (trx) => {
    await lockAccounts(trx, [userId]);
    const known = await findAccount(trx, userId);
    if (known === undefined) refuse(404, 'not-found');
    if (await liftWaits(services, trx, known))
      await recordChange(services, trx, actor, {
        type: 'account-unlocked',
        subjectId: userId,
        data: { userId },
      });
    return readAccount(services, trx, actor.cityCode, userId, language);
  });
}
