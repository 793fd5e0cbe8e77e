import type {
  ExportsToDecide,
  ExportView,
  ListExportsAnswer,
  ListExportsQuery,
} from '#contract/exports/exports.ts';
import type { Language } from '#contract/language/language.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { presentExport } from '../export.presenter.ts';
import { findExport, ownExports, waitingExports } from '../exports.queries.ts';

const pageSize = 20;
const waitingAtMost = 100;

/** My own exports, the latest first, by key. */
export async function listExports(
  services: Services,
  actor: Actor,
  query: ListExportsQuery,
  language: Language,
): Promise<ListExportsAnswer> {
  const { limit = pageSize } = query;
  const after = decodeCursor(query.after);
  const rows = await inTransaction(services, actor, (trx) => ownExports(trx, actor, after, limit + 1));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? { due: last.askedAt.toISOString(), id: last.id } : null;
  return {
    exports: page.map((row) => presentExport(services, actor, row, language)),
    next: next && encodeCursor(next),
  };
}

/** What waits for a second person at my office, or below it, and is not my own. */
export async function listExportsToDecide(
  services: Services,
  actor: Actor,
  language: Language,
): Promise<ExportsToDecide> {
  const rows = await inTransaction(services, actor, (trx) => waitingExports(trx, actor, waitingAtMost));
  return { exports: rows.map((row) => presentExport(services, actor, row, language)) };
}

export async function readExport(
  services: Services,
  actor: Actor,
  id: string,
  language: Language,
): Promise<ExportView> {
  const row = await inTransaction(services, actor, (trx) => findExport(trx, actor, id));
  if (row === undefined) refuse(404, 'not-found');
  return presentExport(services, actor, row, language);
}
