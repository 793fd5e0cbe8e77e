import { sql } from 'kysely';
import type { Database } from '#server/database/connection.ts';

/** What is asked of an account at the moment a session of it is to be opened. */
export type Holder = { readonly isDisabled: boolean; readonly hasSecondFactor: boolean };

export async function findHolder(db: Database, userId: string): Promise<Holder | undefined> {
  const { rows } = await sql<Holder>`
    select u.disabled_at is not null as "isDisabled",
      exists (select from sign_in.totp t where t.user_id = u.id and t.confirmed_at is not null)
        or exists (select from sign_in.passkey k where k.user_id = u.id) as "hasSecondFactor"
    from sign_in."user" u where u.id = ${userId}::uuid`.execute(db);
  return rows[0];
}

export async function endSession(db: Database, id: string): Promise<void> {
  await sql`delete from sign_in.session where id = ${id}::uuid`.execute(db);
}

/** Whose passkey this is. */
export async function findPasskeyHolder(db: Database, credentialId: string): Promise<string | undefined> {
  const { rows } = await sql<{ userId: string }>`
    select user_id as "userId" from sign_in.passkey where credential_id = ${credentialId}`.execute(db);
  return rows[0]?.userId;
}
