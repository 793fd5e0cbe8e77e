import { sql } from 'kysely';
import type { Role } from '#domain/access/vocabulary.ts';
import type { Cursor } from '#server/app/cursor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type PostingRow = {
  readonly id: string;
  readonly version: number;
  readonly userId: string;
  readonly name: string;
  readonly username: string;
  readonly unitId: string;
  readonly role: Role;
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly isEnded: boolean;
};

const columns =
  sql.raw(`p.id, p.version, p.user_id as "userId", u.name, u.username, p.unit_id as "unitId", p.role,
  p.from_day as "fromDay", p.until_day as "untilDay", p.ended_at is not null as "isEnded"`);
const standing = (today: string) =>
  sql`p.ended_at is null and (p.until_day is null or p.until_day >= ${today}::date)`;

export async function findPosting(trx: Trx, cityCode: string, id: string): Promise<PostingRow | undefined> {
  const { rows } = await sql<PostingRow>`
    select ${columns} from hejie.posting p join sign_in."user" u on u.id = p.user_id
    where p.city_code = ${cityCode} and p.id = ${id}::uuid`.execute(trx);
  return rows[0];
}

/** The same, locked until the transaction ends. */
export async function lockPosting(trx: Trx, cityCode: string, id: string): Promise<PostingRow | undefined> {
  const { rows } = await sql<PostingRow>`
    select ${columns} from hejie.posting p join sign_in."user" u on u.id = p.user_id
    where p.city_code = ${cityCode} and p.id = ${id}::uuid for update of p`.execute(trx);
  return rows[0];
}

/** All that are posted in a role, locked in one order, so that two who end the last two meet here. */
export async function lockRole(trx: Trx, cityCode: string, role: Role, today: string): Promise<PostingRow[]> {
  const { rows } = await sql<PostingRow>`
    select ${columns} from hejie.posting p join sign_in."user" u on u.id = p.user_id
    where p.city_code = ${cityCode} and p.role = ${role} and ${standing(today)} and u.disabled_at is null
    order by p.id limit 1000 for update of p`.execute(trx);
  return rows;
}

/** What accounts hold: in force or to come. */
export async function standingPostings(
  trx: Trx,
  cityCode: string,
  userIds: readonly string[],
  today: string,
): Promise<PostingRow[]> {
  const { rows } = await sql<PostingRow>`
    select ${columns} from hejie.posting p join sign_in."user" u on u.id = p.user_id
    where p.city_code = ${cityCode} and p.user_id = any(${userIds}::uuid[]) and ${standing(today)}
    order by p.from_day, p.id limit 5000`.execute(trx);
  return rows;
}

export type PostingFilter = { readonly unitId: string | null; readonly userId: string | null };

/** A page of postings in force or to come, the longest held first. */
export async function postingPage(
  trx: Trx,
  cityCode: string,
  { unitId, userId }: PostingFilter,
  today: string,
  after: Cursor | null,
  limit: number,
): Promise<PostingRow[]> {
  const { rows } = await sql<PostingRow>`
    select ${columns} from hejie.posting p join sign_in."user" u on u.id = p.user_id
    where p.city_code = ${cityCode} and ${standing(today)}
      and (${unitId}::uuid is null or p.unit_id = ${unitId}::uuid)
      and (${userId}::uuid is null or p.user_id = ${userId}::uuid)
      and (${after?.due ?? null}::date is null or (p.from_day, p.id) > (${after?.due ?? null}::date, ${after?.id ?? null}::uuid))
    order by p.from_day, p.id limit ${limit}::int`.execute(trx);
  return rows;
}

export type NewPosting = {
  readonly id: string;
  readonly userId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly fromDay: string;
  readonly untilDay: string | null;
};

export async function insertPosting(trx: Trx, cityCode: string, posting: NewPosting): Promise<void> {
  await sql`
    insert into hejie.posting (city_code, id, user_id, unit_id, role, from_day, until_day, version)
    values (${cityCode}, ${posting.id}::uuid, ${posting.userId}::uuid, ${posting.unitId}::uuid, ${posting.role},
      ${posting.fromDay}::date, ${posting.untilDay}::date, 1)`.execute(trx);
}

/** Files away the same posting of earlier days, which has run out by itself. */
export async function fileAwayOver(
  trx: Trx,
  cityCode: string,
  posting: NewPosting,
  today: string,
  at: string,
): Promise<void> {
  await sql`
    update hejie.posting set ended_at = ${at}::timestamptz, version = version + 1
    where city_code = ${cityCode} and user_id = ${posting.userId}::uuid and unit_id = ${posting.unitId}::uuid
      and role = ${posting.role} and ended_at is null and until_day < ${today}::date`.execute(trx);
}

export async function markEnded(trx: Trx, cityCode: string, id: string, at: string): Promise<void> {
  await sql`
    update hejie.posting set ended_at = ${at}::timestamptz, version = version + 1
    where city_code = ${cityCode} and id = ${id}::uuid`.execute(trx);
}

/** Absences at an office of which somebody who leaves it is one side. */
export async function openAbsencesOf(
  trx: Trx,
  cityCode: string,
  unitId: string,
  userId: string,
  today: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from hejie.absence
    where city_code = ${cityCode} and unit_id = ${unitId}::uuid and cancelled_at is null and until_day >= ${today}::date
      and (user_id = ${userId}::uuid or deputy_user_id = ${userId}::uuid)
    order by id limit 1000 for update`.execute(trx);
  return rows.map(({ id }) => id);
}
