import { sql } from 'kysely';
import type { Matter } from '#domain/matters/matter.ts';

/** The row of a matter as its use cases read it. */
export type MatterRecord = Matter & {
  readonly id: string;
  readonly code: string;
  readonly channel: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly subject: string;
  readonly story: string;
  readonly request: string;
  readonly needs: string[];
  readonly danger: string | null;
  readonly partyCount: number;
  readonly reopenings: number;
  readonly dueOn: string | null;
  readonly registeredAt: Date;
  readonly endedAt: Date | null;
  readonly wrappedKey: Buffer | null;
};

/** The columns of `matter m` under the names of MatterRecord. */
export const matterColumns =
  sql.raw(`m.id, m.code, m.version, m.status, m.channel, m.kind, m.region_code as "regionCode",
  m.subject, m.story, m.request, m.needs, m.danger, m.is_anonymous as "isAnonymous", m.party_count as "partyCount",
  m.lead_unit_id as "leadUnitId", m.holder_unit_id as "holderUnitId", m.handling_unit_id as "handlingUnitId",
  m.handler_user_id as "handlerUserId", m.offered_to_centre as "offeredToCentre", m.returns, m.reopenings, m.outcome,
  m.not_reached_on::text[] as "notReachedOn", m.is_sampled as "isSampled",
  m.reopening_asked_at is not null as "isReopeningAsked", m.due_on as "dueOn",
  m.registered_at as "registeredAt", m.ended_at as "endedAt", m.is_history as "isHistory",
  m.wrapped_key as "wrappedKey", m.merged_into as "mergedInto",
  m.suspended_on as "suspendedOn", m.resume_by as "resumeBy", m.seal_ground as "sealGround",
  exists (select from hejie.matter_link l where l.city_code = m.city_code and l.matter_id = m.id) as "isLinked",
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'unitId', t.unit_id, 'status', t.status) order by t.id), '[]')
    from hejie.task t where t.city_code = m.city_code and t.matter_id = m.id) as tasks`);

/** A row of `clock c` as the presenters read it. */
export const clockJson = sql.raw(`jsonb_build_object('id', c.id, 'step', c.step, 'startedOn', c.started_on,
  'count', c.limit_count, 'unit', c.limit_unit, 'dueOn', c.due_on, 'isProvisional', c.is_provisional,
  'source', c.source, 'endedOn', c.ended_on, 'taskId', c.task_id, 'carriedFrom', c.carried_from)`);
