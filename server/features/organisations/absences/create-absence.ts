import type { AbsenceView, CreateAbsenceBody } from '#contract/organisations/absences.ts';
import { type AbsenceRefusal, mayArrangeAbsence, refusalOfAbsence } from '#domain/organisations/absences.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse, refuseWith } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { lockAccounts } from '../accounts/accounts.queries.ts';
import { type Making, once } from '../changes/once.ts';
import { recordChange } from '../changes/record-change.ts';
import { standingPostings } from '../postings/postings.queries.ts';
import { presentAbsence } from './absence.presenter.ts';
import { absencesOf, findAbsence, insertAbsence } from './absences.queries.ts';

const fieldOf: Readonly<Record<AbsenceRefusal, string>> = {
  'days-reversed': 'untilDay',
  'days-over': 'untilDay',
  'deputy-oneself': 'deputyUserId',
  'absent-not-posted': 'userId',
  'deputy-not-posted': 'deputyUserId',
  'absence-overlaps': 'fromDay',
  'deputy-absent': 'deputyUserId',
};

/** 外出代理: while somebody is away, their work at an office stands in a colleague's queue too. */
export async function createAbsence(
  services: Services,
  actor: Actor,
  body: CreateAbsenceBody,
  making: Making,
): Promise<AbsenceView> {
  const { unitId, userId } = body;
  const unit = services.directory.unit(unitId);
  if (!unit?.isActive) refuse(422, 'unknown-unit', { field: 'unitId' });
  if (!mayArrangeAbsence(actor, { unitId, centreId: unit.parentId ?? unit.id, userId }))
    refuse(403, 'forbidden');
  const row = await inTransaction(services, actor, async (trx) => {
    const { id, isRepeated } = await once(services, trx, actor, 'create-absence', body, making);
    if (!isRepeated) {
      await refuseImpossible(services, trx, actor, body);
      await insertAbsence(trx, actor.cityCode, { ...body, id });
      await recordChange(services, trx, actor, { type: 'absence-created', subjectId: id, data: { ...body } });
    }
    return findAbsence(trx, actor.cityCode, id);
  });
  if (row === undefined) throw new Error('the absence that was just made is not there');
  return presentAbsence(services, actor, row, making.language);
}

async function refuseImpossible(
  services: Services,
  trx: Trx,
  actor: Actor,
  body: CreateAbsenceBody,
): Promise<void> {
  const today = todayOf(services);
  const { unitId, userId, deputyUserId, fromDay, untilDay } = body;
  const both = [userId, deputyUserId];
  // Two who arrange absences of the same people at once meet here.
  const accounts = await lockAccounts(trx, both);
  const isThere = (id: string) => accounts.some((account) => account.id === id && !account.isDisabled);
  const postings = await standingPostings(trx, actor.cityCode, both, today);
  const absences = await absencesOf(trx, actor.cityCode, both, today);
  const refusal = refusalOfAbsence({
    unitId,
    days: { fromDay, untilDay },
    userId,
    deputyUserId,
    postings: postings.filter((posting) => posting.userId === userId),
    deputyPostings: postings.filter((posting) => posting.userId === deputyUserId && isThere(deputyUserId)),
    absences: absences.filter((absence) => absence.userId === userId && absence.unitId === unitId),
    deputyAbsences: absences.filter((absence) => absence.userId === deputyUserId),
    today,
  });
  if (refusal !== null) refuseWith({ code: refusal, field: fieldOf[refusal] });
}
