import { type RawBuilder, sql } from 'kysely';
import type { Participation } from '#domain/access/participation.ts';
import type { TaskStatus } from '#domain/matters/vocabulary.ts';
import type { Run } from '#domain/roadmap/procedures/run.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import { unread } from '#server/database/preparing-client.ts';
import { rowsOf } from '#server/database/rows-of.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import type { StartedClock } from '../clocks/start-clock.ts';
import type { MatterRecord } from '../matter-record.ts';
import type { EndedClock } from './after-step.ts';
import { idOf, type Left } from './change-matter.queries.ts';
import type { ReadersThere } from './side-ways/sealed-reading.ts';

export type WrittenChange = {
  readonly after: MatterRecord;
  readonly pairHash: Buffer | null | 'unchanged';
  readonly at: string;
  readonly today: string;
  readonly endedClocks: readonly EndedClock[];
  readonly changedClocks: readonly ClockRow[];
  /** The procedures that began, went on or ended. */
  readonly runs: readonly Run[];
  readonly openedTasks: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly dueOn: string;
  }[];
  readonly endedTasks: readonly { readonly id: string; readonly status: TaskStatus }[];
  readonly clocks: readonly StartedClock[];
  readonly closed: readonly Participation[];
  readonly opened: readonly (Participation & {
    readonly id: string;
    readonly readers: readonly string[] | null;
  })[];
  /** Who reads from now on, at the offices that take part already. */
  readonly reading: readonly ReadersThere[];
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly occurredAt: string;
    readonly data: unknown;
    readonly sealed: Buffer | null;
  };
  readonly idempotency: {
    readonly operation: string;
    readonly key: string;
    readonly bodyHash: Buffer;
    readonly made?: Left['made'];
  } | null;
};

/** What a part of the statement is made of. */
type Scope = { readonly city: string; readonly actor: Actor | PartyActor; readonly w: WrittenChange };
type Part = (scope: Scope) => RawBuilder<unknown>;

/** The matter itself. */
const matterPart: Part = ({ city, w, w: { after: m } }) => sql`changed as (
    update hejie.matter set version = ${m.version}::int, status = ${m.status}, lead_unit_id = ${m.leadUnitId}::uuid,
      holder_unit_id = ${m.holderUnitId}::uuid, handling_unit_id = ${m.handlingUnitId}::uuid,
      handler_user_id = ${m.handlerUserId}::uuid, offered_to_centre = ${m.offeredToCentre}::boolean,
      returns = ${m.returns}::int, reopenings = ${m.reopenings}::int, outcome = ${m.outcome},
      not_reached_on = ${m.notReachedOn}::date[], is_sampled = ${m.isSampled}::boolean, due_on = ${m.dueOn}::date,
      merged_into = ${m.mergedInto}::uuid, suspended_on = ${m.suspendedOn}::date, resume_by = ${m.resumeBy}::date,
      seal_ground = ${m.sealGround}, due_from = ${m.dueFrom}::date, next_level_on = ${m.nextLevelOn}::date, transfers = ${m.transfers}::int,
      returned_times = ${m.returnedTimes}::int, chosen_procedure = ${m.chosenProcedure},
      refused_procedures = ${m.refusedProcedures}::text[],
      reopening_asked_at = case when ${m.isReopeningAsked}::boolean then coalesce(reopening_asked_at, ${w.at}::timestamptz) end,
      ended_at = ${m.endedAt?.toISOString() ?? null}::timestamptz, danger = ${m.danger},
      wrapped_key = ${m.wrappedKey}::bytea,
      pair_hash = case when ${w.pairHash === 'unchanged'}::boolean then pair_hash
        else ${w.pairHash === 'unchanged' ? null : w.pairHash}::bytea end
    where city_code = ${city} and id = ${m.id}::uuid
  )`;

const endedClocks: Part = ({ city, w, w: { after: m } }) => sql`ended as (
    update hejie.clock c set ended_on = e."on", asked = null
    from ${rowsOf(w.endedClocks)} as e (id uuid, "on" date)
    where c.city_code = ${city} and c.matter_id = ${m.id}::uuid and c.ended_on is null and c.id = e.id
  )`;

const recountedClocks: Part = ({ city, w, w: { after: m } }) => sql`recounted as (
    update hejie.clock c set due_on = n."dueOn", is_provisional = n."isProvisional", pauses = n.pauses,
      extensions = n.extensions, asked = n.asked
    from ${rowsOf(w.changedClocks)}
      as n (id uuid, "dueOn" date, "isProvisional" boolean, pauses jsonb, extensions jsonb, asked jsonb)
    where c.city_code = ${city} and c.matter_id = ${m.id}::uuid and c.id = n.id
  )`;

const startedClocks: Part = ({ city, w, w: { after: m } }) => sql`started as (
    insert into hejie.clock (city_code, matter_id, id, step, started_on, limit_count, limit_unit, due_on,
      is_provisional, source, task_id, run_id, owed_by, counting)
    select ${city}, ${m.id}::uuid, c.*
    from ${rowsOf(w.clocks)} as c (id uuid, step text, "startedOn" date, count int, unit text, "dueOn" date,
      "isProvisional" boolean, source text, "taskId" uuid, "runId" uuid, "owedBy" text, counting text)
  )`;

const procedures: Part = ({ city, w, w: { after: m } }) => sql`begun as (
    insert into hejie.procedure_run (city_code, matter_id, id, procedure, version, started_on, noted, ended_on, outcome,
      started_version, ended_version)
    select ${city}, ${m.id}::uuid, r.*, ${m.version}::int, case when r."endedOn" is not null then ${m.version}::int end
    from ${rowsOf(w.runs)} as r (id uuid, procedure text, version text, "startedOn" date, noted jsonb, "endedOn" date,
      outcome text)
    on conflict (city_code, matter_id, id) do update set noted = excluded.noted, ended_on = excluded.ended_on,
      outcome = excluded.outcome, ended_version = excluded.ended_version
  )`;

const askedTasks: Part = ({ city, actor, w, w: { after: m } }) => sql`asked as (
    insert into hejie.task (city_code, matter_id, id, unit_id, asked_by_unit_id, status, due_on, asked_version, asked_at)
    select ${city}, ${m.id}::uuid, t.id, t."unitId", ${staffOf(actor)?.unitId ?? null}::uuid, 'open', t."dueOn", ${m.version}::int,
      ${w.at}::timestamptz
    from ${rowsOf(w.openedTasks)} as t (id uuid, "unitId" uuid, "dueOn" date)
  )`;

const endedTasks: Part = ({ city, w, w: { after: m } }) => sql`over as (
    update hejie.task t set status = e.status, ended_version = ${m.version}::int, ended_at = ${w.at}::timestamptz
    from ${rowsOf(w.endedTasks)} as e (id uuid, status text)
    where t.city_code = ${city} and t.matter_id = ${m.id}::uuid and t.id = e.id
  )`;

const closedParticipation: Part = ({ city, w, w: { after: m } }) => sql`closed as (
    update hejie.participation p set until_at = ${w.at}::timestamptz
    from ${rowsOf(w.closed)} as c ("unitId" uuid, part text)
    where p.city_code = ${city} and p.matter_id = ${m.id}::uuid and p.until_at is null
      and p.unit_id = c."unitId" and p.part = c.part
  )`;

const openedParticipation: Part = ({ city, w, w: { after: m } }) => sql`opened as (
    insert into hejie.participation (city_code, matter_id, id, unit_id, part, from_at, readers)
    select ${city}, ${m.id}::uuid, o.id, o."unitId", o.part, ${w.at}::timestamptz, o.readers
    from ${rowsOf(w.opened)} as o (id uuid, "unitId" uuid, part text, readers uuid[])
    on conflict do nothing
  )`;

/** Whoever comes to take part may read what was merged into it, too. */
const openedAbsorbed: Part = ({ city, w, w: { after: m } }) => sql`opened_absorbed as (
    insert into hejie.participation (city_code, matter_id, id, unit_id, part, from_at, readers)
    select ${city}, b.id, o.id, o."unitId", 'assisting', ${w.at}::timestamptz, o.readers
    from ${rowsOf(w.opened)} as o (id uuid, "unitId" uuid, part text, readers uuid[])
    join hejie.matter b on b.city_code = ${city} and b.merged_into = ${m.id}::uuid
    where o.part <> 'origin'
    on conflict do nothing
  )`;

/** What was merged into it is read by the same people. */
const namedReaders: Part = ({ city, w, w: { after: m } }) => sql`named as (
    update hejie.participation p set readers = r.readers
    from ${rowsOf(w.reading)} as r ("unitId" uuid, readers uuid[])
    where p.city_code = ${city} and p.unit_id = r."unitId" and p.until_at is null and p.part <> 'origin'
      and (p.matter_id = ${m.id}::uuid or p.matter_id in (
        select b.id from hejie.matter b where b.city_code = ${city} and b.merged_into = ${m.id}::uuid))
  )`;

const sealedWith: Part = ({ city, w: { after: m } }) => sql`sealed_with as (
    update hejie.matter set seal_ground = ${m.sealGround}
    where city_code = ${city} and merged_into = ${m.id}::uuid
  )`;

/** The request, so that its repetition is answered and not done again. */
const keptRequest: Part = ({ city, actor, w, w: { after: m, idempotency } }) => sql`kept as (
    insert into hejie.idempotency (city_code, user_id, operation, key, body_hash, ids, recorded_at)
    values (${city}, ${idOf(actor)}::uuid, ${idempotency?.operation}, ${idempotency?.key}, ${idempotency?.bodyHash}::bytea,
      ${JSON.stringify({ ...leftBy(m), made: idempotency?.made })}::jsonb, ${w.at}::timestamptz)
  )`;

/** When each part is needed. PostgreSQL sets up all that it is given, with or without rows: half the work of a step. */
const parts: readonly (readonly [(w: WrittenChange) => boolean, Part])[] = [
  [() => true, matterPart],
  [(w) => w.endedClocks.length > 0, endedClocks],
  [(w) => w.changedClocks.length > 0, recountedClocks],
  [(w) => w.runs.length > 0, procedures],
  [(w) => w.openedTasks.length > 0, askedTasks],
  [(w) => w.endedTasks.length > 0, endedTasks],
  [(w) => w.clocks.length > 0, startedClocks],
  [(w) => w.closed.length > 0, closedParticipation],
  [(w) => w.opened.length > 0, openedParticipation],
  [(w) => w.opened.length > 0, openedAbsorbed],
  [(w) => w.reading.length > 0, namedReaders],
  [(w) => w.reading.length > 0, sealedWith],
  [(w) => w.idempotency !== null, keptRequest],
];

/** Writes one step whole: the matter, its clocks, who takes part, the event and the key, in one statement. */
export async function writeChange(trx: Trx, actor: Actor | PartyActor, w: WrittenChange): Promise<void> {
  const { cityCode: city } = actor;
  const { after: m, event } = w;
  const staff = staffOf(actor);
  const partyId = actor.role === 'party' ? actor.partyId : null;
  const needed = parts.filter(([isNeeded]) => isNeeded(w)).map(([, part]) => part({ city, actor, w }));
  await sql`${unread}
  with ${sql.join(needed, sql`, `)}
  insert into hejie.event (city_code, matter_id, version, id, type, actor_user_id, actor_unit_id, actor_party_id,
    actor_role, occurred_at, recorded_at, data, sealed)
  values (${city}, ${m.id}::uuid, ${m.version}::int, ${event.id}::uuid, ${event.type},
    ${staff?.userId ?? null}::uuid, ${staff?.unitId ?? null}::uuid, ${partyId}::uuid, ${actor.role}, ${event.occurredAt}::timestamptz, ${w.at}::timestamptz,
    ${JSON.stringify(event.data)}::jsonb, ${event.sealed}::bytea)`.execute(trx);
}

function leftBy({ code, version, status, leadUnitId, holderUnitId, dueOn }: MatterRecord): Left {
  return { code, version, status, leadUnitId, holderUnitId, dueOn };
}

const staffOf = (actor: Actor | PartyActor): Actor | null => (actor.role === 'party' ? null : actor);
