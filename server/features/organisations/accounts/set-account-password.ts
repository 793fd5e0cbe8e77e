import type { Language } from '#contract/language/language.ts';
import type { SetPasswordAnswer, SetPasswordBody } from '#contract/organisations/accounts.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { forgetPrincipal, setPassword } from '#server/features/access/public.ts';
import { recordChange } from '../changes/record-change.ts';
import { readAccount } from './account.presenter.ts';
import { lockAccounts } from './accounts.queries.ts';
import { makeInitialPassword } from './initial-password.ts';
import { refuseOneHand } from './refuse-one-hand.ts';

/** 重设密码: for somebody who forgot it, or comes back. Every session of the old one ends. */
export async function setAccountPassword(
  services: Services,
  actor: Actor,
  userId: string,
  body: SetPasswordBody,
  language: Language,
): Promise<SetPasswordAnswer> {
  const password = body.password === undefined ? makeInitialPassword() : null;
  const account = await inTransaction(services, actor, async (trx) => {
    const [known] = await lockAccounts(trx, [userId]);
    if (known === undefined) refuse(404, 'not-found');
    await refuseOneHand(services, trx, actor, userId, 'password-set');
    const { refusal } = await setPassword(services, userId, body.password ?? password ?? '', trx);
    if (refusal) refuseWith(refusal);
    await recordChange(services, trx, actor, { type: 'password-set', subjectId: userId, data: { userId } });
    return readAccount(services, trx, actor.cityCode, userId, language);
  });
  forgetPrincipal(services, userId);
  return { account, password };
}
