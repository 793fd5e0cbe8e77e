import { sql } from 'kysely';
import type { KeepViewBody, SavedView } from '#contract/office/saved-views.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type ViewRow = Omit<SavedView, 'isMine' | 'mayDrop'> & {
  readonly userId: string;
  readonly place: string;
};

const columns = sql.raw(`v.id, v.version, v.place, v.name, v.filters, v.is_shared as "isShared",
  v.user_id as "userId"`);
const atMost = 100;

/** Somebody's own views of a list, then those that their office shares; the policies say which. */
export async function viewsOf(trx: Trx, actor: Actor, place: string): Promise<ViewRow[]> {
  const { rows } = await sql<ViewRow>`
    select ${columns} from hejie.saved_view v
    where v.city_code = ${actor.cityCode} and v.unit_id = ${actor.unitId}::uuid and v.place = ${place}
      and (v.user_id = ${actor.userId}::uuid or v.is_shared)
    order by v.user_id <> ${actor.userId}::uuid, v.name, v.id limit ${atMost}::int`.execute(trx);
  return rows;
}

/** Locked where it is one's own to change; a shared one of a colleague is only read. */
export async function lockView(trx: Trx, actor: Actor, id: string): Promise<ViewRow | undefined> {
  const { rows } = await sql<ViewRow>`
    select ${columns} from hejie.saved_view v
    where v.city_code = ${actor.cityCode} and v.id = ${id}::uuid`.execute(trx);
  const [seen] = rows;
  if (seen?.userId !== actor.userId) return seen;
  const locked = await sql<ViewRow>`
    select ${columns} from hejie.saved_view v
    where v.city_code = ${actor.cityCode} and v.id = ${id}::uuid for update of v`.execute(trx);
  return locked.rows[0];
}

export async function insertView(
  trx: Trx,
  actor: Actor,
  id: string,
  view: KeepViewBody,
  at: string,
): Promise<void> {
  await sql`
    insert into hejie.saved_view (city_code, id, unit_id, user_id, place, name, filters, is_shared, version, changed_at)
    values (${actor.cityCode}, ${id}::uuid, ${actor.unitId}::uuid, ${actor.userId}::uuid, ${view.place},
      ${view.name.trim()}, ${JSON.stringify(view.filters)}::jsonb, ${view.isShared}::boolean, 1,
      ${at}::timestamptz)`.execute(trx);
}

export async function updateView(
  trx: Trx,
  actor: Actor,
  id: string,
  view: KeepViewBody,
  at: string,
): Promise<void> {
  await sql`
    update hejie.saved_view set name = ${view.name.trim()}, filters = ${JSON.stringify(view.filters)}::jsonb,
      is_shared = ${view.isShared}::boolean, version = version + 1, changed_at = ${at}::timestamptz
    where city_code = ${actor.cityCode} and id = ${id}::uuid`.execute(trx);
}

export async function deleteView(trx: Trx, actor: Actor, id: string): Promise<void> {
  await sql`delete from hejie.saved_view where city_code = ${actor.cityCode} and id = ${id}::uuid`.execute(
    trx,
  );
}
