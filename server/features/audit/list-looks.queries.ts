import { sql } from 'kysely';
import type { Cursor } from '#server/app/cursor.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { AuditLook } from './opening.ts';

export type LookRow = {
  readonly id: string;
  /** To the microsecond, as the cursor needs it. */
  readonly at: string;
  readonly userId: string;
  readonly name: string | null;
  readonly username: string | null;
  readonly unitId: string;
  readonly what: AuditLook;
  readonly data: Readonly<Record<string, unknown>>;
};

/** The auditors' own looks, the latest first. */
export async function lookPage(
  trx: Trx,
  cityCode: string,
  after: Cursor | null,
  limit: number,
): Promise<LookRow[]> {
  const { rows } = await sql<LookRow>`
    select l.id, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, l.user_id as "userId",
      u.name, u.username, l.unit_id as "unitId", l.what, l.data
    from hejie.access_log l left join sign_in."user" u on u.id = l.user_id
    where l.city_code = ${cityCode} and l.what like 'audit-%'
      and (${after?.due ?? null}::timestamptz is null
        or (l.at, l.id) < (${after?.due ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by l.at desc, l.id desc limit ${limit}::int`.execute(trx);
  return rows;
}
