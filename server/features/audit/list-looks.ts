import type { ListLooksAnswer, ListLooksQuery } from '#contract/audit/unusual.ts';
import { type Language, words } from '#contract/language/language.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { lookPage } from './list-looks.queries.ts';
import { logOpening } from './log-opening.ts';
import { presentUnit } from './unit-name.ts';

const pageSize = 50;

/** Who looked at the record of openings and changes, at what: the auditors watch, and are seen watching. */
export async function listLooks(
  services: Services,
  actor: Actor,
  { after: from, limit = pageSize }: ListLooksQuery,
  language: Language,
): Promise<ListLooksAnswer> {
  const after = decodeCursor(from);
  return inTransaction(services, actor, async (trx) => {
    // Read first: a page does not begin with the look at itself.
    const rows = await lookPage(trx, actor.cityCode, after, limit + 1);
    await logOpening(services, trx, actor, { what: 'audit-looks' });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      looks: page.map(({ id, at, userId, name, username, unitId, what, data }) => ({
        id,
        at,
        person: { id: userId, name: name ?? '', username: username ?? '' },
        unit: presentUnit(services, unitId, language),
        what,
        whatLabel: words(language).auditLooks[what],
        asked: Object.values(data).map(String),
      })),
      next: rows.length > limit && last !== undefined ? encodeCursor({ due: last.at, id: last.id }) : null,
    };
  });
}
