import { sql } from 'kysely';
import type { LevelEvent } from '#domain/levels/history.ts';
import type { Trx } from '#server/database/transaction.ts';

export type TriedMatter = {
  readonly id: string;
  readonly code: string;
  readonly leadUnitId: string;
  readonly isOpen: boolean;
  readonly isSealed: boolean;
  readonly partyCount: number;
  readonly events: readonly LevelEvent[] | null;
};

type Scope = { readonly cityCode: string; readonly zone: string; readonly since: string };

/** Matters that were open at some time since, by key; the function in the database decides who may ask. */
export async function levelHistory(
  trx: Trx,
  { cityCode, zone, since }: Scope,
  after: string | null,
  atMost: number,
): Promise<TriedMatter[]> {
  const { rows } = await sql<TriedMatter>`
    select id, code, lead_unit_id as "leadUnitId", is_open as "isOpen", is_sealed as "isSealed",
      party_count as "partyCount", events
    from hejie.level_history(${cityCode}, ${zone}, ${since}::timestamptz, ${after}::uuid, ${atMost}::int)`.execute(
    trx,
  );
  return rows;
}

export async function countHistory(trx: Trx, { cityCode, since }: Scope): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select hejie.level_history_count(${cityCode}, ${since}::timestamptz) as total`.execute(trx);
  return rows[0]?.total ?? 0;
}
