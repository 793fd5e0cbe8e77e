import { sql } from 'kysely';
import { sessionAtMostSeconds } from '#domain/access/two-factors.ts';
import type { Database } from '#server/database/connection.ts';
import type { Trx } from '#server/database/transaction.ts';

type Door = Database | Trx;

export type SessionRow = {
  readonly id: string;
  readonly userAgent: string;
  readonly startedAt: Date;
  readonly lastUsedAt: Date;
  readonly factors: 1 | 2;
};

/** Somebody's open sessions, the latest used first. */
export async function findSessions(db: Door, userId: string): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, coalesce(user_agent, '') as "userAgent", created_at as "startedAt", updated_at as "lastUsedAt", factors
    from sign_in.session
    where user_id = ${userId}::uuid and not is_pending and expires_at > current_timestamp
      and created_at > current_timestamp - make_interval(secs => ${sessionAtMostSeconds}::int)
    order by updated_at desc, id limit 50`.execute(db);
  return rows;
}

/** Ends one of somebody's own sessions; answers whether it was there. */
export async function deleteSession(db: Door, userId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    delete from sign_in.session where user_id = ${userId}::uuid and id = ${id}::uuid returning id`.execute(
    db,
  );
  return rows.length > 0;
}

/** What somebody left behind unused is gone when they come again. */
export async function deleteOverSessions(db: Door, userId: string): Promise<void> {
  await sql`
    delete from sign_in.session where user_id = ${userId}::uuid and (expires_at <= current_timestamp
      or created_at <= current_timestamp - make_interval(secs => ${sessionAtMostSeconds}::int))`.execute(db);
}

export async function deleteOtherSessions(db: Door, userId: string, keptId: string): Promise<void> {
  await sql`
    delete from sign_in.session where user_id = ${userId}::uuid and id <> ${keptId}::uuid`.execute(db);
}

/** The time of the machine, as everything about sessions. */
export async function markProved(db: Door, id: string): Promise<void> {
  await sql`update sign_in.session set proved_at = ${new Date()} where id = ${id}::uuid`.execute(db);
}

/** The second factor was right: the session opens what two factors open. */
export async function markTwoFactors(db: Door, id: string): Promise<void> {
  await sql`
    update sign_in.session set factors = 2, is_pending = false, wrong_codes = 0, proved_at = ${new Date()}
    where id = ${id}::uuid`.execute(db);
}

/** Counts a code before it is looked at, so that many at once are not one; null where there are none left. */
export async function countCode(db: Door, id: string, atMost: number): Promise<number | null> {
  const { rows } = await sql<{ count: number }>`
    update sign_in.session set wrong_codes = wrong_codes + 1
    where id = ${id}::uuid and wrong_codes < ${atMost} returning wrong_codes as count`.execute(db);
  return rows[0]?.count ?? null;
}
