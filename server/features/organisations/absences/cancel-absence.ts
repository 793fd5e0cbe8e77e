import type { Language } from '#contract/language/language.ts';
import type { AbsenceView, CancelAbsenceBody } from '#contract/organisations/absences.ts';
import { mayArrangeAbsence } from '#domain/organisations/absences.ts';
import { isOver } from '#domain/organisations/day-span.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { recordChange } from '../changes/record-change.ts';
import { presentAbsence } from './absence.presenter.ts';
import { lockAbsence, markCancelled } from './absences.queries.ts';

/** Somebody stays, or is back early: the deputy's part ends at once. */
export async function cancelAbsence(
  services: Services,
  actor: Actor,
  absenceId: string,
  body: CancelAbsenceBody,
  language: Language,
): Promise<AbsenceView> {
  const row = await inTransaction(services, actor, async (trx) => {
    const absence = await lockAbsence(trx, actor.cityCode, absenceId);
    if (absence === undefined) refuse(404, 'not-found');
    const { unitId, userId, deputyUserId } = absence;
    const centreId = services.directory.centreIdOf(unitId) ?? unitId;
    if (!mayArrangeAbsence(actor, { unitId, centreId, userId })) refuse(403, 'forbidden');
    if (absence.isCancelled) refuse(409, 'absence-cancelled');
    if (absence.version !== body.version) {
      refuse(409, 'stale-version', {
        extra: { current: presentAbsence(services, actor, absence, language) },
      });
    }
    if (isOver(absence, todayOf(services))) refuse(422, 'absence-over');
    await markCancelled(trx, actor.cityCode, absenceId, services.clock.now().toString());
    const data = { unitId, userId, deputyUserId };
    await recordChange(services, trx, actor, { type: 'absence-cancelled', subjectId: absenceId, data });
    return { ...absence, version: absence.version + 1, isCancelled: true };
  });
  return presentAbsence(services, actor, row, language);
}
