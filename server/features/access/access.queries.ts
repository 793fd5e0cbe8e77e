import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Role } from '#domain/access/vocabulary.ts';
import type { Posting } from '#server/app/actor.ts';
import type { Database } from '#server/database/connection.ts';
import type { Trx } from '#server/database/transaction.ts';

type Door = Database | Trx;

export type Person = { userId: string; name: string; username: string };

/** The holder of an account that is not disabled. */
export async function findPerson(db: Door, userId: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('sign_in.user')
    .select(['id', 'name', 'username'])
    .where('id', '=', userId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row && { userId: row.id, name: row.name, username: row.username ?? '' };
}

/** The postings in force on the city's day of that instant, the longest held first. */
export async function findPostings(
  db: Door,
  cityCode: string,
  userId: string,
  now: Temporal.Instant,
): Promise<Posting[]> {
  const today = sql<string>`(${now.toString()}::timestamptz at time zone c.zone)::date`;
  const rows = await db
    .selectFrom('hejie.posting as p')
    .innerJoin('hejie.unit as u', (join) =>
      join.onRef('u.city_code', '=', 'p.city_code').onRef('u.id', '=', 'p.unit_id'),
    )
    .innerJoin('hejie.city as c', 'c.city_code', 'p.city_code')
    .select(['p.id', 'p.unit_id', 'p.role', 'u.name', 'u.name_en', 'u.kind', 'u.region_code'])
    .where('p.city_code', '=', cityCode)
    .where('p.user_id', '=', userId)
    .where('p.ended_at', 'is', null)
    .where('u.is_active', '=', true)
    .where('p.from_day', '<=', today)
    .where((all) => all.or([all('p.until_day', 'is', null), all('p.until_day', '>=', today)]))
    .orderBy('p.from_day')
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    unitName: row.name,
    unitNameEn: row.name_en,
    unitKind: row.kind as Posting['unitKind'],
    regionCode: row.region_code,
    role: row.role as Posting['role'],
  }));
}

export type PostedAt = {
  cityCode: string;
  userId: string;
  unitId: string;
  roles: readonly Role[];
  today: string;
};

/** Whether somebody works at a unit in one of these roles on a day; a disabled account does not. */
export async function isPostedAt(_services: unknown, db: Door, asked: PostedAt): Promise<boolean> {
  const row = await db
    .selectFrom('hejie.posting as p')
    .innerJoin('sign_in.user as s', 's.id', 'p.user_id')
    .select('p.id')
    .where('p.city_code', '=', asked.cityCode)
    .where('p.user_id', '=', asked.userId)
    .where('p.unit_id', '=', asked.unitId)
    .where('p.role', 'in', asked.roles)
    .where('p.ended_at', 'is', null)
    .where('p.from_day', '<=', asked.today)
    .where((all) => all.or([all('p.until_day', 'is', null), all('p.until_day', '>=', asked.today)]))
    .where('s.disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Whether somebody who holds no posting any more left the last one while this session was open, by an act or because the
 * day went by. Who never had one, or signs in anew afterwards, may go on asking who they are.
 */
export async function hasLeftSince(
  db: Door,
  cityCode: string,
  session: { userId: string; startedAt: Date },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql<{ hasLeft: boolean }>`
    select coalesce(bool_and(ended <= ${now.toString()}::timestamptz) and max(ended) > ${session.startedAt}, false) as "hasLeft"
    from (
      select coalesce(p.ended_at, (p.until_day + 1)::timestamp at time zone c.zone, 'infinity') as ended
      from hejie.posting p join hejie.city c on c.city_code = p.city_code
      where p.city_code = ${cityCode} and p.user_id = ${session.userId}::uuid
    ) held`.execute(db);
  return rows[0]?.hasLeft ?? false;
}

export async function endSession(db: Door, id: string): Promise<void> {
  await db.deleteFrom('sign_in.session').where('id', '=', id).execute();
}

/** A posting as it was when somebody asked for work that is done later. */
export type AskedUnder = {
  readonly postingId: string;
  readonly userId: string;
  readonly unitId: string;
  readonly role: string;
};

/** Whether it is in force on that day still, the account open and the office at work. */
export async function isInForce(
  db: Door,
  cityCode: string,
  asked: AskedUnder,
  today: string,
): Promise<boolean> {
  const { rows } = await sql`
    select p.id from hejie.posting p
      join hejie.unit u on u.city_code = p.city_code and u.id = p.unit_id and u.is_active
      join sign_in."user" s on s.id = p.user_id and s.disabled_at is null
    where p.city_code = ${cityCode} and p.id = ${asked.postingId}::uuid and p.user_id = ${asked.userId}::uuid
      and p.unit_id = ${asked.unitId}::uuid and p.role = ${asked.role} and p.ended_at is null
      and p.from_day <= ${today}::date and (p.until_day is null or p.until_day >= ${today}::date)`.execute(
    db,
  );
  return rows.length > 0;
}
