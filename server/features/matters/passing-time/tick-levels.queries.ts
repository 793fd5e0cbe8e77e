import { sql } from 'kysely';
import type { Level } from '#domain/levels/vocabulary.ts';
import type { Trx } from '#server/database/transaction.ts';

/** Takes hold of matters whose colour changes by this day, but not of those that somebody else has in hand. */
export async function lockDueLevels(
  trx: Trx,
  cityCode: string,
  today: string,
  atMost: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select hejie.lock_due_levels(${cityCode}, ${today}::date, ${atMost}::int) as id`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Which colours were told of each since the day of its change. */
export async function levelsTold(
  trx: Trx,
  cityCode: string,
  zone: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Level[]>> {
  const { rows } = await sql<{ id: string; levels: Level[] }>`
    select id, levels from hejie.levels_told(${cityCode}, ${zone}, ${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({ id, levels }) => [id, levels]));
}
