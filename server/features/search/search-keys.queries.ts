import { sql } from 'kysely';
import { unread } from '#server/database/preparing-client.ts';
import type { Trx } from '#server/database/transaction.ts';

/** What a new matter is found by: its terms, the unit that takes part, and whether it is open. */
export function searchKeys(
  terms: readonly string[],
  unitId: string,
  state: 'open' | 'ended' = 'open',
): string[] {
  return [...terms, `u:${unitId}`, `is:${state}`];
}

/** Whenever participation, its readers or openness changed, or words were added that it is to be found by. */
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
