import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

const provider = 'city';

export async function findBySubject(
  trx: Trx,
  subject: string,
): Promise<{ userId: string; isDisabled: boolean } | undefined> {
  const { rows } = await sql<{ userId: string; isDisabled: boolean }>`
    select u.id as "userId", u.disabled_at is not null as "isDisabled"
    from sign_in.account a join sign_in."user" u on u.id = a.user_id
    where a.provider_id = ${provider} and a.account_id = ${subject}`.execute(trx);
  return rows[0];
}

/** The account of that user name, if it can sign in and nobody at the city's sign-in is bound to it yet; locked. */
export async function findFreeAccount(trx: Trx, username: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select u.id from sign_in."user" u
    where u.username = ${username} and u.disabled_at is null
      and not exists (select from sign_in.account a where a.user_id = u.id and a.provider_id = ${provider})
    for update`.execute(trx);
  return rows[0]?.id;
}

type Bound = { readonly id: string; readonly userId: string; readonly subject: string; readonly now: string };

export async function bindSubject(trx: Trx, { id, userId, subject, now }: Bound): Promise<boolean> {
  const { rows } = await sql`
    insert into sign_in.account (id, account_id, provider_id, user_id, created_at, updated_at)
    values (${id}::uuid, ${subject}, ${provider}, ${userId}::uuid, ${now}::timestamptz, ${now}::timestamptz)
    on conflict do nothing returning id`.execute(trx);
  return rows.length > 0;
}
