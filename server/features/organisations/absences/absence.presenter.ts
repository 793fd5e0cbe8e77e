import type { Language } from '#contract/language/language.ts';
import type { AbsenceView } from '#contract/organisations/absences.ts';
import { mayArrangeAbsence } from '#domain/organisations/absences.ts';
import { isOver, spanHas } from '#domain/organisations/day-span.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { presentUnit } from '../unit-name.ts';
import type { AbsenceRow } from './absences.queries.ts';

export function presentAbsence(
  services: Services,
  actor: Actor,
  row: AbsenceRow,
  language: Language,
): AbsenceView {
  const today = todayOf(services);
  const { unitId, userId } = row;
  const centreId = services.directory.centreIdOf(unitId) ?? unitId;
  return {
    id: row.id,
    version: row.version,
    unit: presentUnit(services, unitId, language),
    person: { id: userId, name: row.name, username: row.username },
    deputy: { id: row.deputyUserId, name: row.deputyName, username: row.deputyUsername },
    fromDay: row.fromDay,
    untilDay: row.untilDay,
    isNow: !row.isCancelled && spanHas(row, today),
    isCancelled: row.isCancelled,
    mayCancel:
      !row.isCancelled && !isOver(row, today) && mayArrangeAbsence(actor, { unitId, centreId, userId }),
  };
}
