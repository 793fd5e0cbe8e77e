import { sql } from 'kysely';
import type { DaySpan } from '#domain/organisations/day-span.ts';
import type { Cursor } from '#server/app/cursor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type AbsenceRow = {
  readonly id: string;
  readonly version: number;
  readonly unitId: string;
  readonly userId: string;
  readonly name: string;
  readonly username: string;
  readonly deputyUserId: string;
  readonly deputyName: string;
  readonly deputyUsername: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly isCancelled: boolean;
};

const columns = sql.raw(`a.id, a.version, a.unit_id as "unitId", a.user_id as "userId", u.name, u.username,
  a.deputy_user_id as "deputyUserId", d.name as "deputyName", d.username as "deputyUsername",
  a.from_day as "fromDay", a.until_day as "untilDay", a.cancelled_at is not null as "isCancelled"`);
const people = sql.raw(`hejie.absence a join sign_in."user" u on u.id = a.user_id
  join sign_in."user" d on d.id = a.deputy_user_id`);

export async function findAbsence(trx: Trx, cityCode: string, id: string): Promise<AbsenceRow | undefined> {
  const { rows } = await sql<AbsenceRow>`
    select ${columns} from ${people} where a.city_code = ${cityCode} and a.id = ${id}::uuid`.execute(trx);
  return rows[0];
}

export async function lockAbsence(trx: Trx, cityCode: string, id: string): Promise<AbsenceRow | undefined> {
  const { rows } = await sql<AbsenceRow>`
    select ${columns} from ${people} where a.city_code = ${cityCode} and a.id = ${id}::uuid for update of a`.execute(
    trx,
  );
  return rows[0];
}

/** A page of a unit's absences, the latest first. */
export async function absencePage(
  trx: Trx,
  cityCode: string,
  unitId: string,
  after: Cursor | null,
  limit: number,
): Promise<AbsenceRow[]> {
  const { rows } = await sql<AbsenceRow>`
    select ${columns} from ${people}
    where a.city_code = ${cityCode} and a.unit_id = ${unitId}::uuid and a.cancelled_at is null
      and (${after?.due ?? null}::date is null
        or (a.until_day, a.id) < (${after?.due ?? null}::date, ${after?.id ?? null}::uuid))
    order by a.until_day desc, a.id desc limit ${limit}::int`.execute(trx);
  return rows;
}

export type KnownAbsence = DaySpan & { readonly userId: string; readonly unitId: string };

/** The absences, not yet over, of those concerned. */
export async function absencesOf(
  trx: Trx,
  cityCode: string,
  userIds: readonly string[],
  today: string,
): Promise<KnownAbsence[]> {
  const { rows } = await sql<KnownAbsence>`
    select user_id as "userId", unit_id as "unitId", from_day as "fromDay", until_day as "untilDay" from hejie.absence
    where city_code = ${cityCode} and user_id = any(${userIds}::uuid[]) and cancelled_at is null
      and until_day >= ${today}::date
    limit 1000`.execute(trx);
  return rows;
}

export type NewAbsence = {
  readonly id: string;
  readonly unitId: string;
  readonly userId: string;
  readonly deputyUserId: string;
  readonly fromDay: string;
  readonly untilDay: string;
};

export async function insertAbsence(trx: Trx, cityCode: string, absence: NewAbsence): Promise<void> {
  await sql`
    insert into hejie.absence (city_code, id, unit_id, user_id, deputy_user_id, from_day, until_day, version)
    values (${cityCode}, ${absence.id}::uuid, ${absence.unitId}::uuid, ${absence.userId}::uuid,
      ${absence.deputyUserId}::uuid, ${absence.fromDay}::date, ${absence.untilDay}::date, 1)`.execute(trx);
}

export async function markCancelled(trx: Trx, cityCode: string, id: string, at: string): Promise<void> {
  await sql`
    update hejie.absence set cancelled_at = ${at}::timestamptz, version = version + 1
    where city_code = ${cityCode} and id = ${id}::uuid`.execute(trx);
}
