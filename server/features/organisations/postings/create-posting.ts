import type { CreatePostingBody, PostingView } from '#contract/organisations/postings.ts';
import { type PostingRefusal, refusalOfPosting } from '#domain/organisations/postings.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { forgetPrincipal } from '#server/features/access/public.ts';
import { lockAccounts } from '../accounts/accounts.queries.ts';
import { type Making, once } from '../changes/once.ts';
import { recordChange } from '../changes/record-change.ts';
import { presentPosting } from './posting.presenter.ts';
import {
  fileAwayOver,
  findPosting,
  insertPosting,
  type NewPosting,
  standingPostings,
} from './postings.queries.ts';

const fieldOf: Readonly<Record<PostingRefusal, string>> = {
  'posting-for-oneself': 'userId',
  'account-disabled': 'userId',
  'unknown-unit': 'unitId',
  'role-not-at-unit': 'role',
  'days-reversed': 'untilDay',
  'days-over': 'untilDay',
  'posting-apart': 'role',
  'posting-twice': 'role',
};

/** 任职: an account is posted at a unit in a role, from a day and perhaps until one. */
export async function createPosting(
  services: Services,
  actor: Actor,
  body: CreatePostingBody,
  making: Making,
): Promise<PostingView> {
  const today = todayOf(services);
  const { cityCode } = actor;
  const row = await inTransaction(services, actor, async (trx) => {
    const { id, isRepeated } = await once(services, trx, actor, 'create-posting', body, making);
    if (!isRepeated) {
      // Two administrators who post one account at once meet at its lock.
      const [account] = await lockAccounts(trx, [body.userId]);
      if (account === undefined) refuse(422, 'not-found', { field: 'userId' });
      const posting: NewPosting = { ...body, id, untilDay: body.untilDay ?? null };
      const refusal = refusalOfPosting({
        wanted: posting,
        userId: body.userId,
        isDisabled: account.isDisabled,
        actorUserId: actor.userId,
        place: placeOf(services, body.unitId),
        held: await standingPostings(trx, cityCode, [body.userId], today),
        today,
      });
      if (refusal !== null) refuseWith({ code: refusal, field: fieldOf[refusal] });
      await fileAwayOver(trx, cityCode, posting, today, services.clock.now().toString());
      await insertPosting(trx, cityCode, posting);
      const { userId, unitId, role, fromDay, untilDay } = posting;
      const data = { userId, unitId, role, fromDay, untilDay };
      await recordChange(services, trx, actor, { type: 'posting-created', subjectId: id, data });
    }
    return findPosting(trx, cityCode, id);
  });
  forgetPrincipal(services, body.userId);
  if (row === undefined) throw new Error('the posting that was just made is not there');
  return presentPosting(services, row, making.language);
}

function placeOf({ directory, pack }: Services, unitId: string) {
  const unit = directory.unit(unitId);
  const level = pack.regions.get(unit?.regionCode ?? '')?.level;
  return unit && level && { ...unit, level };
}
