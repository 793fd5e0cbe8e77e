import { sql } from 'kysely';
import type { ReplayedEvent } from '#domain/roadmap/replay.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';
import { clockJson } from '../../matter-columns.queries.ts';
import type { ClockRow } from '../clock-row.ts';

export type ClockHistory = {
  readonly clocks: readonly ClockRow[];
  readonly events: readonly ReplayedEvent[];
};

/** A matter's clocks and what its events tell of them, as far as the actor takes part. */
export async function clockHistory(
  trx: Trx,
  actor: Actor,
  matterId: string,
): Promise<ClockHistory | undefined> {
  const { rows } = await sql<ClockHistory>`
    select
      (select coalesce(jsonb_agg(${clockJson} order by c.id), '[]')
        from hejie.clock c where c.city_code = m.city_code and c.matter_id = m.id) as clocks,
      (select coalesce(jsonb_agg(jsonb_build_object('version', e.version, 'recordedAt', e.recorded_at,
          'to', e.data -> 'to', 'opened', e.data -> 'opened', 'ended', e.data -> 'ended',
          'changed', e.data -> 'changed') order by e.version), '[]')
        from hejie.event e where e.city_code = m.city_code and e.matter_id = m.id) as events
    from hejie.matter m
    where m.city_code = ${actor.cityCode} and m.id = ${matterId}::uuid`.execute(trx);
  return rows[0];
}
