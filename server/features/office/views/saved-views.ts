import { isDeepStrictEqual } from 'node:util';
import type { KeepViewBody, SavedView, SavedViews } from '#contract/office/saved-views.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { nameTaken } from '../name-taken.ts';
import {
  deleteView,
  insertView,
  lockView,
  updateView,
  type ViewRow,
  viewsOf,
} from './saved-views.queries.ts';

/**
 * Filters of a list under a name: a convenience of one colleague or of an office, which changes no matter and so leaves
 * no event. Its id is the sender's, so that the same request twice keeps one.
 */
export async function listViews(services: Services, actor: Actor, place: string): Promise<SavedViews> {
  const rows = await inTransaction(services, actor, (trx) => viewsOf(trx, actor, place));
  return { views: rows.map((row) => present(actor, row)) };
}

export function keepView(
  services: Services,
  actor: Actor,
  id: string,
  body: KeepViewBody,
): Promise<SavedView> {
  const at = services.clock.now().toString();
  return inTransaction(services, actor, async (trx) => {
    const before = await lockView(trx, actor, id);
    if (before !== undefined && before.userId !== actor.userId) refuse(403, 'forbidden');
    if (before !== undefined && isSame(before, body)) return present(actor, before);
    if ((before?.version ?? 0) !== body.version) {
      refuse(409, 'stale-version', { extra: before && { current: present(actor, before) } });
    }
    await (before === undefined ? insertView : updateView)(trx, actor, id, body, at);
    const after = await lockView(trx, actor, id);
    if (after === undefined) throw new Error('the view that was just kept is not there');
    return present(actor, after);
  }).catch(nameTaken('saved_view_name_once', 'view-name-taken', body.name.trim()));
}

export async function dropView(services: Services, actor: Actor, id: string, version: number): Promise<void> {
  await inTransaction(services, actor, async (trx) => {
    const before = await lockView(trx, actor, id);
    // Gone is gone, whoever asked first.
    if (before === undefined) return;
    if (!mayDrop(actor, before)) refuse(403, 'forbidden');
    if (before.version !== version) {
      refuse(409, 'stale-version', { extra: { current: present(actor, before) } });
    }
    await deleteView(trx, actor, id);
  });
}

/** Whoever has left an office leaves what they shared; its supervisor clears it away. */
function mayDrop(actor: Actor, { userId, isShared }: ViewRow): boolean {
  return userId === actor.userId || (isShared && actor.role === 'supervisor');
}

function isSame(row: ViewRow, body: KeepViewBody): boolean {
  return (
    row.place === body.place &&
    row.name === body.name.trim() &&
    row.isShared === body.isShared &&
    isDeepStrictEqual(row.filters, body.filters)
  );
}

function present(actor: Actor, row: ViewRow): SavedView {
  const { userId, place: _place, ...view } = row;
  return { ...view, isMine: userId === actor.userId, mayDrop: mayDrop(actor, row) };
}
