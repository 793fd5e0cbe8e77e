import type { ListRefusedFilesAnswer, ListRefusedFilesQuery } from '#contract/audit/refused-files.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { refusedFilePage } from './list-refused-files.queries.ts';
import { instantsOf } from './period.ts';

const pageSize = 50;

/** Files in which the scanner found something: when, at which door, what; not whose and not their names. */
export async function listRefusedFiles(
  services: Services,
  actor: Actor,
  query: ListRefusedFilesQuery,
): Promise<ListRefusedFilesAnswer> {
  const { limit = pageSize } = query;
  const after = decodeCursor(query.after);
  const rows = await inTransaction(services, actor, (trx) =>
    refusedFilePage(trx, actor.cityCode, instantsOf(services, query), after, limit + 1),
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    files: page.map(({ userId, name, username, ...file }) => ({
      ...file,
      person: userId === null ? null : { id: userId, name: name ?? '', username: username ?? '' },
    })),
    next: rows.length > limit && last !== undefined ? encodeCursor({ due: last.at, id: last.id }) : null,
  };
}
