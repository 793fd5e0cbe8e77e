import type { Language } from '#contract/language/language.ts';
import type { ListAbsencesAnswer, ListAbsencesQuery } from '#contract/organisations/absences.ts';
import { mayReadAbsences } from '#domain/organisations/absences.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { presentAbsence } from './absence.presenter.ts';
import { absencePage } from './absences.queries.ts';

const pageSize = 50;

/** Who is or was away at a unit, and who does their work meanwhile. */
export async function listAbsences(
  services: Services,
  actor: Actor,
  query: ListAbsencesQuery,
  language: Language,
): Promise<ListAbsencesAnswer> {
  const { unitId = actor.unitId, limit = pageSize } = query;
  const after = decodeCursor(query.after);
  const centreId = services.directory.centreIdOf(unitId) ?? unitId;
  if (!mayReadAbsences(actor, { unitId, centreId })) refuse(403, 'forbidden');
  const rows = await inTransaction(services, actor, (trx) =>
    absencePage(trx, actor.cityCode, unitId, after, limit + 1),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    absences: page.map((row) => presentAbsence(services, actor, row, language)),
    next:
      rows.length > limit && last !== undefined ? encodeCursor({ due: last.untilDay, id: last.id }) : null,
  };
}
