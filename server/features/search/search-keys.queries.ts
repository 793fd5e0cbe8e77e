import { sql } from 'kysely';
import { unread } from '#server/database/preparing-client.ts';
import type { Trx } from '#server/database/transaction.ts';

/** What a new matter is found by: its terms and the unit that takes part. */
export function searchKeys(terms: readonly string[], unitId: string): string[] {
  return [...terms, `u:${unitId}`];
}

/** Whenever participation or its readers changed, or words were added that it is to be found by. */
export async function refreshSearchKeys(
  trx: Trx,
  cityCode: string,
  matterId: string,
  newTerms: readonly string[] = [],
): Promise<void> {
  await sql`${unread}select hejie.refresh_search(${cityCode}, ${matterId}::uuid, ${newTerms}::text[])`.execute(
    trx,
  );
}
