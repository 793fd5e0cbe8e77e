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

/** Whose token this is, while it is valid. */
export async function findTokenHolder(
  db: Database,
  cityCode: string,
  hash: Buffer,
  now: Temporal.Instant,
): Promise<{ tokenId: string; userId: string; lastUsedAt: Date | null } | undefined> {
  const row = await db
    .selectFrom('hejie.api_token')
    .select(['id', 'user_id', 'last_used_at'])
    .where('city_code', '=', cityCode)
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where((all) =>
      all.or([all('expires_at', 'is', null), all('expires_at', '>', new Date(now.epochMilliseconds))]),
    )
    .executeTakeFirst();
  return row && { tokenId: row.id, userId: row.user_id, lastUsedAt: row.last_used_at };
}

export async function noteTokenUse(
  db: Database,
  cityCode: string,
  tokenId: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('hejie.api_token')
    .set({ last_used_at: now.toString() })
    .where('city_code', '=', cityCode)
    .where('id', '=', tokenId)
    .execute();
}

export type NewToken = {
  id: string;
  userId: string;
  label: string;
  hash: Buffer;
  now: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
};

export async function insertToken(db: Door, cityCode: string, token: NewToken): Promise<void> {
  await db
    .insertInto('hejie.api_token')
    .values({
      city_code: cityCode,
      id: token.id,
      user_id: token.userId,
      label: token.label,
      token_hash: token.hash,
      created_at: token.now.toString(),
      expires_at: token.expiresAt?.toString() ?? null,
    })
    .execute();
}

export async function revokeTokens(
  db: Door,
  cityCode: string,
  userId: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('hejie.api_token')
    .set({ revoked_at: now.toString() })
    .where('city_code', '=', cityCode)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .execute();
}
