import type { ListUnitsAnswer, ListUnitsQuery } from '#contract/organisations/units.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { decodeTextCursor, encodeTextCursor } from '../text-cursor.ts';
import { presentManagedUnit } from './unit.presenter.ts';
import { unitPage } from './units.queries.ts';

const pageSize = 50;

/** Centres and departments, of one region or of all. */
export async function listUnits(
  services: Services,
  actor: Actor,
  query: ListUnitsQuery,
): Promise<ListUnitsAnswer> {
  const { region = null, limit = pageSize } = query;
  const after = decodeTextCursor(query.after);
  const rows = await inTransaction(services, actor, (trx) =>
    unitPage(trx, actor.cityCode, region, after, limit + 1),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    units: page.map(presentManagedUnit),
    next: rows.length > limit && last !== undefined ? encodeTextCursor(last.code) : null,
  };
}
