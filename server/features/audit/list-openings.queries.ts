import { sql } from 'kysely';
import type { Role } from '#domain/access/vocabulary.ts';
import type { Cursor } from '#server/app/cursor.ts';
import type { Trx } from '#server/database/transaction.ts';
import { type Narrowed, narrowedTo } from './behind-fact.queries.ts';

export type OpeningRow = {
  readonly id: string;
  /** To the microsecond, as the cursor needs it. */
  readonly at: string;
  readonly userId: string;
  readonly name: string | null;
  readonly username: string | null;
  /** None, and `party`, where a party looked at their own matter. */
  readonly unitId: string | null;
  readonly role: Role | 'party';
  readonly what: string;
  readonly matterId: string | null;
  readonly purpose: string | null;
  readonly openingId: string | null;
};

export type OpeningFilter = {
  /** A whole user name or name. */
  readonly user: string | null;
  readonly matterId: string | null;
  readonly fromAt: string | null;
  readonly beforeAt: string | null;
  readonly narrowed: Narrowed | null;
};

/** A page of openings, the latest first. The database shows them to auditors only. */
export async function openingPage(
  trx: Trx,
  cityCode: string,
  filter: OpeningFilter,
  after: Cursor | null,
  limit: number,
): Promise<OpeningRow[]> {
  const { user, matterId, fromAt, beforeAt, narrowed } = filter;
  const { rows } = await sql<OpeningRow>`
    select l.id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, l.user_id as "userId",
      u.name, u.username, l.unit_id as "unitId", l.role, l.what, l.matter_id as "matterId", l.purpose,
      l.opening_id as "openingId"
    from hejie.access_log l left join sign_in."user" u on u.id = l.user_id
    where l.city_code = ${cityCode} and ${narrowedTo(cityCode, narrowed)}
      and (${user}::text is null
        or l.user_id = any(array(select id from sign_in."user" where username = lower(${user}) or name = ${user})))
      and (${matterId}::uuid is null or l.matter_id = ${matterId}::uuid)
      and (${fromAt}::timestamptz is null or l.at >= ${fromAt}::timestamptz)
      and (${beforeAt}::timestamptz is null or l.at < ${beforeAt}::timestamptz)
      and (${after?.due ?? null}::timestamptz is null
        or (l.at, l.id) < (${after?.due ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by l.at desc, l.id desc limit ${limit}::int`.execute(trx);
  return rows;
}

/** The matter of a code, for the auditor, who takes part in none. */
export async function auditedMatter(trx: Trx, cityCode: string, code: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select hejie.audited_matter(${cityCode}, ${code}) as id`.execute(trx);
  return rows[0]?.id ?? null;
}

export async function auditedCodes(
  trx: Trx,
  cityCode: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; code: string }>`
    select id, code from hejie.audited_codes(${cityCode}, ${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, code }) => [id, code]));
}
