import type { ListChangesAnswer, ListChangesQuery } from '#contract/audit/changes.ts';
import type { Language } from '#contract/language/language.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { peopleIn, presentChange } from './change.presenter.ts';
import { changePage, peopleByIds } from './list-changes.queries.ts';
import { logLook } from './log-look.ts';
import { instantsOf } from './period.ts';

const pageSize = 50;

/** Who changed what of accounts, postings, absences and units. */
export async function listChanges(
  services: Services,
  actor: Actor,
  query: ListChangesQuery,
  language: Language,
): Promise<ListChangesAnswer> {
  const { limit = pageSize, user = null, type = null } = query;
  const after = decodeCursor(query.after);
  return inTransaction(services, actor, async (trx) => {
    await logLook(services, trx, actor, 'audit-changes', query);
    const filter = { user: user?.trim() || null, type, ...instantsOf(services, query) };
    const rows = await changePage(trx, actor.cityCode, filter, after, limit + 1);
    const page = rows.slice(0, limit);
    const people = await peopleByIds(trx, peopleIn(page));
    const last = page.at(-1);
    return {
      changes: page.map((row) => presentChange(services, row, people, language)),
      next: rows.length > limit && last !== undefined ? encodeCursor({ due: last.at, id: last.id }) : null,
    };
  });
}
