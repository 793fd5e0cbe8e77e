import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

/** Deletes a bounded number of rows that have had their time, and answers how many. */
export async function pruneOnce(
  trx: Trx,
  cityCode: string,
  before: { readonly requests: string; readonly drafts: string },
  atMost: number,
): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select hejie.prune(${cityCode}, ${before.requests}::timestamptz, ${before.drafts}::timestamptz,
      ${atMost}::int) as gone`.execute(trx);
  return rows[0]?.gone ?? 0;
}
