import { sql } from 'kysely';
import type { Cursor } from '#server/app/cursor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type RefusedFileRow = {
  readonly id: string;
  /** To the microsecond, as the cursor needs it. */
  readonly at: string;
  readonly door: string;
  readonly signature: string;
  readonly sizeBytes: number;
  readonly userId: string | null;
  readonly name: string | null;
  readonly username: string | null;
};

export async function refusedFilePage(
  trx: Trx,
  cityCode: string,
  { fromAt, beforeAt }: { readonly fromAt: string | null; readonly beforeAt: string | null },
  after: Cursor | null,
  limit: number,
): Promise<RefusedFileRow[]> {
  const { rows } = await sql<RefusedFileRow>`
    select f.id, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, f.door, f.signature,
      f.size_bytes as "sizeBytes", f.user_id as "userId", u.name, u.username
    from hejie.refused_file f left join sign_in."user" u on u.id = f.user_id
    where f.city_code = ${cityCode}
      and (${fromAt}::timestamptz is null or f.at >= ${fromAt}::timestamptz)
      and (${beforeAt}::timestamptz is null or f.at < ${beforeAt}::timestamptz)
      and (${after?.due ?? null}::timestamptz is null
        or (f.at, f.id) < (${after?.due ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by f.at desc, f.id desc limit ${limit}::int`.execute(trx);
  return rows;
}
