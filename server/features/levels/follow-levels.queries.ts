import { sql } from 'kysely';
import type { LevelFacts } from '#domain/levels/levels.ts';
import type { Trx } from '#server/database/transaction.ts';

/** How far the open matters have been gone through for one table of levels. */
export type FollowRow = {
  readonly version: number;
  readonly tableHash: string;
  readonly done: number;
  readonly total: number;
  readonly lastId: string | null;
  readonly finishedAt: Date | null;
};

const columns = sql.raw(`f.version, f.table_hash as "tableHash", f.done, f.total, f.last_id as "lastId",
  f.finished_at as "finishedAt"`);

export async function findFollow(trx: Trx, cityCode: string): Promise<FollowRow | null> {
  const { rows } = await sql<FollowRow>`
    select ${columns} from hejie.level_follow f where f.city_code = ${cityCode}`.execute(trx);
  return rows[0] ?? null;
}

/** The same, locked: of two walkers each takes its part in turn. */
export async function lockFollow(trx: Trx, cityCode: string): Promise<FollowRow | null> {
  const { rows } = await sql<FollowRow>`
    select ${columns} from hejie.level_follow f where f.city_code = ${cityCode} for update`.execute(trx);
  return rows[0] ?? null;
}

/** Begins anew for another table; leaves alone what was begun for this one. */
export async function beginFollow(
  trx: Trx,
  cityCode: string,
  table: { readonly version: number; readonly hash: string },
  at: string,
): Promise<void> {
  await sql`
    insert into hejie.level_follow as f (city_code, version, table_hash, done, total, started_at)
    select ${cityCode}, ${table.version}::int, ${table.hash}, 0, hejie.open_matters_count(${cityCode}), ${at}::timestamptz
    on conflict (city_code) do update set version = excluded.version, table_hash = excluded.table_hash, done = 0,
      total = excluded.total, last_id = null, started_at = excluded.started_at, finished_at = null
    where f.version <> excluded.version or f.table_hash <> excluded.table_hash`.execute(trx);
}

export async function keepFollow(
  trx: Trx,
  cityCode: string,
  kept: { readonly done: number; readonly lastId: string | null; readonly finishedAt: string | null },
): Promise<void> {
  await sql`
    update hejie.level_follow set done = ${kept.done}::int, last_id = ${kept.lastId}::uuid,
      finished_at = ${kept.finishedAt}::timestamptz
    where city_code = ${cityCode}`.execute(trx);
}

export type LevelledMatter = LevelFacts & { readonly id: string };

/**
 * The next open matters by key, locked, with what their colour rests on. They are locked first and read then: what a step
 * wrote while this waited for it is seen whole.
 */
export async function levelledMatters(
  trx: Trx,
  cityCode: string,
  after: string | null,
  atMost: number,
): Promise<LevelledMatter[]> {
  const { rows: locked } = await sql<{ id: string }>`
    select id from hejie.levelled_matters(${cityCode}, ${after}::uuid, ${atMost}::int)`.execute(trx);
  const { rows } = await sql<LevelledMatter>`
    select id, due_from as "dueFrom", due_on as "dueOn", running_due as "runningDue", returned_times as returns,
      transfers, reopenings, party_count as parties, is_in_danger as "isInDanger"
    from hejie.passing_matters(${cityCode}, ${locked.map(({ id }) => id)}::uuid[]) order by id`.execute(trx);
  return rows;
}

/** Keeps on which day each changes next; one whose day has come is left to whoever tells of it. */
export async function setNextLevels(
  trx: Trx,
  cityCode: string,
  days: readonly { readonly id: string; readonly nextOn: string | null }[],
  today: string,
): Promise<void> {
  await sql`
    select hejie.set_next_levels(${cityCode}, ${days.map(({ id }) => id)}::uuid[],
      ${days.map(({ nextOn }) => nextOn)}::date[], ${today}::date)`.execute(trx);
}
