import { sql } from 'kysely';
import type { Database } from '#server/database/connection.ts';

/** The row that a password stands in. */
export async function insertPassword(db: Database, userId: string, id: string): Promise<void> {
  await sql`
    insert into sign_in.account (id, account_id, provider_id, user_id, created_at, updated_at)
    values (${id}::uuid, ${userId}, 'credential', ${userId}::uuid, now(), now()) on conflict do nothing`.execute(
    db,
  );
}

/** As if somebody's sessions had been opened, used and proved so much earlier. */
export async function ageSessions(db: Database, userId: string, minutes: number): Promise<void> {
  await sql`
    update sign_in.session set created_at = created_at - make_interval(mins => ${minutes}::int),
      updated_at = updated_at - make_interval(mins => ${minutes}::int),
      expires_at = expires_at - make_interval(mins => ${minutes}::int),
      proved_at = proved_at - make_interval(mins => ${minutes}::int)
    where user_id = ${userId}::uuid`.execute(db);
}

/** As if they had last proved who they are so many minutes ago. */
export async function ageProof(db: Database, userId: string, minutes: number): Promise<void> {
  await sql`
    update sign_in.session set proved_at = proved_at - make_interval(mins => ${minutes}::int)
    where user_id = ${userId}::uuid`.execute(db);
}

/** As if they had been opened so long ago, and used ever since. */
export async function ageStart(db: Database, userId: string, minutes: number): Promise<void> {
  await sql`
    update sign_in.session set created_at = created_at - make_interval(mins => ${minutes}::int)
    where user_id = ${userId}::uuid`.execute(db);
}

export async function sessionCount(db: Database, userId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from sign_in.session where user_id = ${userId}::uuid`.execute(db);
  return rows[0]?.n ?? 0;
}

/** What is on record of somebody's access, in order. */
export async function accessEvents(db: Database, userId: string): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select type from hejie.organisation_event where subject_id = ${userId}::uuid order by recorded_at, id`.execute(
    db,
  );
  return rows.map(({ type }) => type);
}

export async function endPostingOn(db: Database, postingId: string, day: string): Promise<void> {
  await sql`update hejie.posting set until_day = ${day}::date where id = ${postingId}::uuid`.execute(db);
}

/** Everything that is kept of access, as one text. */
export async function keptOfAccess(db: Database): Promise<string> {
  const { rows } = await sql<{ kept: string }>`
    select concat(
      (select json_agg(t)::text from sign_in.totp t), (select json_agg(r)::text from sign_in.recovery_code r),
      (select json_agg(w)::text from sign_in.wait w), (select json_agg(e.data)::text from hejie.organisation_event e)) as kept`.execute(
    db,
  );
  return rows[0]?.kept ?? '';
}

export async function accountCount(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from sign_in."user"`.execute(db);
  return rows[0]?.n ?? 0;
}
