import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

export type AccountRow = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
};

const columns = sql.raw(
  `u.id, u.username, u.name, u.created_at as "createdAt", u.disabled_at as "disabledAt"`,
);

/** A page of accounts by user name; `find` is a part of it or of the name. */
export async function accountPage(
  trx: Trx,
  find: string,
  after: string | null,
  limit: number,
): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select ${columns} from sign_in."user" u
    where (strpos(lower(u.username), lower(${find})) > 0 or strpos(lower(u.name), lower(${find})) > 0)
      and (${after}::text is null or u.username > ${after})
    order by u.username limit ${limit}::int`.execute(trx);
  return rows;
}

export async function findAccount(trx: Trx, userId: string): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    select ${columns} from sign_in."user" u where u.id = ${userId}::uuid`.execute(trx);
  return rows[0];
}

export type LockedAccount = { readonly id: string; readonly isDisabled: boolean };

/** Locks accounts, always in the same order: what somebody holds is decided by one transaction at a time. */
export async function lockAccounts(trx: Trx, userIds: readonly string[]): Promise<LockedAccount[]> {
  const { rows } = await sql<LockedAccount>`
    select id, disabled_at is not null as "isDisabled" from sign_in."user"
    where id = any(${userIds}::uuid[]) order by id for update`.execute(trx);
  return rows;
}
