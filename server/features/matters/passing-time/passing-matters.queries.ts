import { sql } from 'kysely';
import type { LevelFacts } from '#domain/levels/levels.ts';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Trx } from '#server/database/transaction.ts';

/** What the program reads of a matter that it goes through: offices, numbers and days. */
export type PassingMatter = LevelFacts & {
  readonly id: string;
  readonly version: number;
  readonly status: Status;
  readonly leadUnitId: string;
  readonly holderUnitId: string;
  readonly handlingUnitId: string | null;
  readonly handlerUserId: string | null;
  readonly nextLevelOn: string | null;
};

/** Matters that were locked before, as they stand then. */
export async function passingMatters(
  trx: Trx,
  cityCode: string,
  ids: readonly string[],
): Promise<PassingMatter[]> {
  const { rows } = await sql<PassingMatter>`
    select id, version, status, lead_unit_id as "leadUnitId", holder_unit_id as "holderUnitId",
      handling_unit_id as "handlingUnitId", handler_user_id as "handlerUserId", next_level_on as "nextLevelOn",
      due_from as "dueFrom", due_on as "dueOn", running_due as "runningDue", returned_times as returns, transfers,
      reopenings, party_count as parties, is_in_danger as "isInDanger"
    from hejie.passing_matters(${cityCode}, ${ids}::uuid[])`.execute(trx);
  return rows;
}

/** Keeps the days on which time alone changes their colours next. */
export async function keepNextLevels(
  trx: Trx,
  cityCode: string,
  days: readonly { readonly id: string; readonly nextOn: string | null }[],
): Promise<void> {
  await sql`
    select hejie.keep_next_levels(${cityCode}, ${days.map(({ id }) => id)}::uuid[],
      ${days.map(({ nextOn }) => nextOn)}::date[])`.execute(trx);
}
