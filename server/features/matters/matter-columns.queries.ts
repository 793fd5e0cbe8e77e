import { type RawBuilder, sql } from 'kysely';

/** The columns of `matter m` under the names of MatterRecord, but for what its running clocks say. */
export const ownColumns =
  sql.raw(`m.id, m.code, m.version, m.status, m.channel, m.kind, m.region_code as "regionCode",
  m.subject, m.story, m.request, m.needs, m.danger, m.is_anonymous as "isAnonymous", m.party_count as "partyCount",
  m.lead_unit_id as "leadUnitId", m.holder_unit_id as "holderUnitId", m.handling_unit_id as "handlingUnitId",
  m.handler_user_id as "handlerUserId", m.offered_to_centre as "offeredToCentre", m.returns, m.reopenings, m.outcome,
  m.not_reached_on::text[] as "notReachedOn", m.is_sampled as "isSampled",
  m.reopening_asked_at is not null as "isReopeningAsked", m.due_on as "dueOn", m.due_from as "dueFrom",
  m.next_level_on as "nextLevelOn",
  m.transfers, m.returned_times as "returnedTimes", m.chosen_procedure as "chosenProcedure",
  m.refused_procedures as "refusedProcedures",
  m.registered_at as "registeredAt", m.ended_at as "endedAt", m.is_history as "isHistory",
  m.wrapped_key as "wrappedKey", m.merged_into as "mergedInto",
  m.suspended_on as "suspendedOn", m.resume_by as "resumeBy", m.seal_ground as "sealGround",
  exists (select from hejie.matter_link l where l.city_code = m.city_code and l.matter_id = m.id) as "isLinked",
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'unitId', t.unit_id, 'status', t.status) order by t.id), '[]')
    from hejie.task t where t.city_code = m.city_code and t.matter_id = m.id) as tasks,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'procedure', r.procedure, 'version', r.version,
      'startedOn', r.started_on, 'noted', r.noted, 'endedOn', r.ended_on, 'outcome', r.outcome)
      order by r.started_version), '[]')
    from hejie.procedure_run r where r.city_code = m.city_code and r.matter_id = m.id) as runs`);

/** With it, for those who do not read the clocks themselves. */
export const matterColumns = (today: string): RawBuilder<unknown> => sql`${ownColumns},
  exists (select from hejie.clock c where c.city_code = m.city_code and c.matter_id = m.id and c.ended_on is null
    and c.asked is not null) as "isChangeAsked", exists (select from hejie.clock c
    cross join jsonb_to_recordset(c.pauses) as p ("from" date, until date)
    where c.city_code = m.city_code and c.matter_id = m.id and c.ended_on is null and c.pauses <> '[]'
      and p."from" <= ${today}::date and ${today}::date < p.until) as "isPaused"`;

/** A row of `clock c` as the presenters read it. */
export const clockJson = sql.raw(`jsonb_build_object('id', c.id, 'step', c.step, 'startedOn', c.started_on,
  'count', c.limit_count, 'unit', c.limit_unit, 'dueOn', c.due_on, 'isProvisional', c.is_provisional,
  'source', c.source, 'endedOn', c.ended_on, 'taskId', c.task_id, 'carriedFrom', c.carried_from,
  'runId', c.run_id, 'owedBy', c.owed_by, 'counting', c.counting, 'pauses', c.pauses, 'extensions', c.extensions,
  'asked', c.asked)`);
