import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '#server/database/connection.ts';
import type { Trx } from '#server/database/transaction.ts';

type Door = Database | Trx;

export type NewAccount = {
  userId: string;
  accountId: string;
  username: string;
  name: string;
  passwordHash: string;
  now: Temporal.Instant;
};

/** Answers false when the user name is taken, also by somebody at this moment. */
export async function insertAccount(db: Door, account: NewAccount): Promise<boolean> {
  const now = account.now.toString();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sign_in.user')
    .values({
      id: account.userId,
      name: account.name,
      username: account.username,
      email: `${account.username}@x.invalid`,
      email_verified: true,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (!numInsertedOrUpdatedRows) return false;
  await db
    .insertInto('sign_in.account')
    .values({
      id: account.accountId,
      user_id: account.userId,
      account_id: account.userId,
      provider_id: 'credential',
      password: account.passwordHash,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return true;
}

/** Null takes the password away: nobody can sign in any more. Answers whether there is such an account. */
export async function updatePassword(
  db: Door,
  userId: string,
  passwordHash: string | null,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sign_in.account')
    .set({ password: passwordHash, updated_at: now.toString() })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function markDisabled(db: Door, userId: string, at: Temporal.Instant | null): Promise<void> {
  await db
    .updateTable('sign_in.user')
    .set({ disabled_at: at?.toString() ?? null })
    .where('id', '=', userId)
    .execute();
}

export async function deleteSessions(db: Door, userId: string): Promise<void> {
  await db.deleteFrom('sign_in.session').where('user_id', '=', userId).execute();
}

export async function hasAccounts(db: Door): Promise<boolean> {
  return (await db.selectFrom('sign_in.user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function findNames(db: Door, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('sign_in.user')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${[...userIds]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function findUserIdByName(db: Door, username: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sign_in.user')
    .select('id')
    .where('username', '=', username.toLowerCase())
    .executeTakeFirst();
  return row?.id;
}

export async function findUsername(db: Door, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('sign_in.user')
    .select('username')
    .where('id', '=', userId)
    .executeTakeFirst();
  return row?.username ?? undefined;
}

export async function findPasswordHash(db: Door, userId: string): Promise<string | null> {
  const row = await db
    .selectFrom('sign_in.account')
    .select('password')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? null;
}
