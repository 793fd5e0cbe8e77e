import { sql } from 'kysely';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

/** Whose matters at which office go to whom; null leaves them to be assigned. */
export type LeftWork = {
  readonly unitId: string;
  readonly fromUserId: string;
  readonly toUserId: string | null;
};

/** Moves as many matters as there are ids for their events, and answers how many it moved. */
export async function moveHandler(
  trx: Trx,
  actor: Pick<Actor, 'cityCode'>,
  work: LeftWork,
  statuses: readonly Status[],
  at: string,
  eventIds: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ moved: number }>`
    select hejie.hand_over_work(${actor.cityCode}, ${work.unitId}::uuid, ${work.fromUserId}::uuid,
      ${work.toUserId}::uuid, ${statuses}::text[], ${at}::timestamptz, ${eventIds}::uuid[]) as moved`.execute(
    trx,
  );
  return rows[0]?.moved ?? 0;
}
