import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

export type NewStaff = {
  readonly cityCode: string;
  readonly accounts: readonly {
    readonly userId: string;
    readonly accountId: string;
    readonly username: string;
    readonly name: string;
  }[];
  readonly postings: readonly {
    readonly id: string;
    readonly userId: string;
    readonly unitId: string;
    readonly role: string;
  }[];
  readonly passwordHash: string;
  readonly now: string;
  readonly fromDay: string;
};

/** Only those that are not there yet: who is, keeps what they have. */
export async function insertStaff(trx: Trx, staff: NewStaff): Promise<void> {
  const { cityCode, accounts, postings, passwordHash, now, fromDay } = staff;
  const of = <T, K extends keyof T>(rows: readonly T[], key: K) => rows.map((row) => row[key]);
  await sql`
    with made as (
      insert into sign_in."user" (id, name, username, email, email_verified, created_at, updated_at)
      select n.id, n.name, n.username, n.username || '@x.invalid', true, ${now}::timestamptz, ${now}::timestamptz
      from unnest(${of(accounts, 'userId')}::uuid[], ${of(accounts, 'name')}::text[], ${of(accounts, 'username')}::text[])
        as n (id, name, username)
      on conflict do nothing returning id
    )
    insert into sign_in.account (id, user_id, account_id, provider_id, password, created_at, updated_at)
    select n.account_id, made.id, made.id::text, 'credential', ${passwordHash}, ${now}::timestamptz, ${now}::timestamptz
    from made join unnest(${of(accounts, 'userId')}::uuid[], ${of(accounts, 'accountId')}::uuid[])
      as n (id, account_id) on n.id = made.id`.execute(trx);
  await sql`
    insert into hejie.posting (city_code, id, user_id, unit_id, role, from_day, version)
    select ${cityCode}, p.id, p.user_id, p.unit_id, p.role, ${fromDay}::date, 1
    from unnest(${of(postings, 'id')}::uuid[], ${of(postings, 'userId')}::uuid[], ${of(postings, 'unitId')}::uuid[],
      ${of(postings, 'role')}::text[]) as p (id, user_id, unit_id, role)
    on conflict do nothing`.execute(trx);
}
