import { sql } from 'kysely';
import type { PaperKind, Seat } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import { clockJson, matterColumns } from '../matter-columns.queries.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { PartyRow } from '../present/parties.presenter.ts';
import type { TaskRow } from '../present/task.presenter.ts';
import { otherCaller } from '../steps/change-matter.queries.ts';

export type EventRow = {
  readonly version: number;
  readonly type: string;
  readonly actorName: string | null;
  readonly actorUnitId: string | null;
  readonly actorSeat: Seat | null;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly data: Record<string, unknown>;
  /** Base64. */
  readonly sealed: string | null;
};

export type PaperRow = {
  readonly id: string;
  readonly kind: PaperKind;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly address: string;
  readonly sealed: string;
  readonly addedAt: string;
  readonly addedBy: string | null;
  /** At which seat the party sits who gave it. */
  readonly givenBy: Seat | null;
  readonly forSeats: Seat[];
  readonly isInConfidence: boolean;
};

export type MatterFile = MatterRecord & {
  readonly hasOtherCaller: boolean;
  readonly handlerName: string | null;
  readonly parties: (Omit<PartyRow, 'sealed'> & {
    readonly sealed: string | null;
    readonly secretGeneration: number;
  })[];
  readonly clocks: ClockRow[];
  readonly events: EventRow[];
  readonly papers: PaperRow[];
  readonly assistance: TaskRow[];
};

/** Timelines longer than this show their newest part; a file of such length is read with its export. */
const eventsAtMost = 500;
/** An export holds the whole of it; past this a file is no file any more. */
export const eventsOfExport = 20_000;

/** A whole matter in one statement, as far as the actor's unit takes part in it. */
export async function matterFile(
  trx: Trx,
  actor: Actor,
  matterId: string,
  today: string,
  events = eventsAtMost,
): Promise<MatterFile | undefined> {
  const { rows } = await sql<MatterFile>`
    select ${matterColumns(today)}, ${otherCaller(today)} as "hasOtherCaller",
      (select u.name from sign_in."user" u where u.id = m.handler_user_id) as "handlerName",
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'seat', p.seat, 'kind', p.kind,
          'sealed', translate(encode(p.sealed, 'base64'), E'\n', ''), 'secretGeneration', p.secret_generation,
          'toldBy', p.told_by, 'toldLanguage', p.told_language)
          order by p.position), '[]')
        from hejie.party p where p.city_code = m.city_code and p.matter_id = m.id) as parties,
      (select coalesce(jsonb_agg(${clockJson} order by c.ended_on nulls first, c.id desc), '[]')
        from hejie.clock c where c.city_code = m.city_code and c.matter_id = m.id) as clocks,
      (select coalesce(jsonb_agg(to_jsonb(e) order by e.version), '[]') from (
        select e.version, e.type, u.name as "actorName", e.actor_unit_id as "actorUnitId", p.seat as "actorSeat",
          e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.data,
          translate(encode(e.sealed, 'base64'), E'\n', '') as sealed
        from hejie.event e left join sign_in."user" u on u.id = e.actor_user_id
          left join hejie.party p on p.city_code = e.city_code and p.matter_id = e.matter_id and p.id = e.actor_party_id
        where e.city_code = m.city_code and e.matter_id = m.id order by e.version desc limit ${events}::int) e) as events,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'mediaType', p.media_type,
          'sizeBytes', p.size_bytes, 'address', p.address, 'addedAt', p.added_at, 'addedBy', u.name, 'forSeats', p.for_seats,
          'isInConfidence', p.is_in_confidence, 'givenBy', (select g.seat from hejie.party g
            where g.city_code = p.city_code and g.matter_id = p.matter_id and g.id = p.added_by_party),
          'sealed', translate(encode(p.sealed, 'base64'), E'\n', '')) order by p.added_at desc, p.id), '[]')
        from hejie.paper p left join sign_in."user" u on u.id = p.added_by
        where p.city_code = m.city_code and p.matter_id = m.id) as papers,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'unitId', t.unit_id, 'askedByUnitId', t.asked_by_unit_id,
          'status', t.status, 'dueOn', t.due_on, 'askedVersion', t.asked_version, 'endedVersion', t.ended_version,
          'askedAt', t.asked_at, 'endedAt', t.ended_at) order by t.id), '[]')
        from hejie.task t where t.city_code = m.city_code and t.matter_id = m.id) as assistance
    from hejie.matter m
    where m.city_code = ${actor.cityCode} and m.id = ${matterId}::uuid`.execute(trx);
  return rows[0];
}

/** Which of these matters the actor's unit takes part in. */
export async function openableOf(trx: Trx, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from hejie.matter where city_code = ${actor.cityCode} and id = any(${ids}::uuid[])`.execute(
    trx,
  );
  return new Set(rows.map(({ id }) => id));
}
