import type { Language } from '#contract/language/language.ts';
import type { ListPostingsAnswer, ListPostingsQuery } from '#contract/organisations/postings.ts';
import { mayReadPostings } from '#domain/organisations/postings.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { presentPosting } from './posting.presenter.ts';
import { postingPage } from './postings.queries.ts';

const pageSize = 50;

/** Who is posted at a unit, or where somebody is: administrators everywhere, others at their own office and its centre. */
export async function listPostings(
  services: Services,
  actor: Actor,
  query: ListPostingsQuery,
  language: Language,
): Promise<ListPostingsAnswer> {
  const { unitId = null, userId = null, limit = pageSize } = query;
  const after = decodeCursor(query.after);
  const centreId = unitId === null ? undefined : services.directory.centreIdOf(unitId);
  if (!mayReadPostings(actor, unitId === null ? null : { unitId, centreId: centreId ?? unitId }))
    refuse(403, 'forbidden');
  const rows = await inTransaction(services, actor, (trx) =>
    postingPage(trx, actor.cityCode, { unitId, userId }, todayOf(services), after, limit + 1),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    postings: page.map((row) => presentPosting(services, row, language)),
    next: rows.length > limit && last !== undefined ? encodeCursor({ due: last.fromDay, id: last.id }) : null,
  };
}
