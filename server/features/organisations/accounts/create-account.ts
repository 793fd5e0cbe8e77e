import type { CreateAccountAnswer, CreateAccountBody } from '#contract/organisations/accounts.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { createAccount as makeAccount } from '#server/features/access/public.ts';
import { type Making, once } from '../changes/once.ts';
import { recordChange } from '../changes/record-change.ts';
import { readAccount } from './account.presenter.ts';
import { makeInitialPassword } from './initial-password.ts';

/** 开设账号: somebody may sign in from now on; what they may do their postings say. */
export function createAccount(
  services: Services,
  actor: Actor,
  body: CreateAccountBody,
  making: Making,
): Promise<CreateAccountAnswer> {
  return inTransaction(services, actor, async (trx) => {
    const { id, isRepeated } = await once(services, trx, actor, 'create-account', body, making);
    // A password is never kept so that it could be told a second time.
    const password = isRepeated || body.password !== undefined ? null : makeInitialPassword();
    if (!isRepeated) {
      const order = {
        username: body.username.trim(),
        name: body.name.trim(),
        password: body.password ?? password ?? '',
      };
      const made = await makeAccount(services, { ...order, userId: id }, trx);
      if ('refusal' in made) refuseWith(made.refusal);
      await recordChange(services, trx, actor, {
        type: 'account-created',
        subjectId: id,
        data: { userId: id },
      });
    }
    return { account: await readAccount(services, trx, actor.cityCode, id, making.language), password };
  });
}
