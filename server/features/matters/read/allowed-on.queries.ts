import { sql } from 'kysely';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';
import { matterColumns } from '../matter-columns.queries.ts';
import type { MatterRecord } from '../matter-record.ts';
import { otherCaller } from '../steps/change-matter.queries.ts';

/** Several matters at once, as far as the actor takes part in them. */
export async function knownMatters(
  trx: Trx,
  actor: Actor,
  ids: readonly string[],
  today: string,
): Promise<(MatterRecord & { hasOtherCaller: boolean })[]> {
  const { rows } = await sql<MatterRecord & { hasOtherCaller: boolean }>`
    select ${matterColumns(today)}, ${otherCaller(today)} as "hasOtherCaller"
    from hejie.matter m where m.city_code = ${actor.cityCode} and m.id = any(${ids}::uuid[])`.execute(trx);
  return rows;
}
