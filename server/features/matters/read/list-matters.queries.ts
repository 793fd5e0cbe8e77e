import { type RawBuilder, sql } from 'kysely';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type QueueRow = {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly subject: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly status: Status;
  readonly holderUnitId: string;
  readonly leadUnitId: string;
  readonly handlerName: string | null;
  readonly hasHandler: boolean;
  readonly dueOn: string | null;
  readonly returns: number;
  readonly reopenings: number;
  readonly danger: string | null;
  readonly partyCount: number;
  readonly registeredAt: Date;
  readonly endedAt: Date | null;
  /** The office is asked to assist; its own limit is the row's. */
  readonly isAssisting: boolean;
  readonly resumeBy: string | null;
  readonly isSealed: boolean;
  /** Of a sealed matter: whether one of its readers still works at the office that holds it. */
  readonly hasReader: boolean;
  /** Other offices that are asked to assist: how many have not answered, how many of them are late. */
  readonly tasksOpen: number;
  readonly tasksLate: number;
  /** The matter's own: a task's row is due on another day. */
  readonly matterDueFrom: string | null;
  readonly matterDueOn: string | null;
  readonly transfers: number;
  readonly returnedTimes: number;
  /** Of the matter's own limits those that are past due; the others make no difference to its colour today. */
  readonly overdue: readonly string[];
};

/** Which matters: a queue, the filters on it, and where the page before ended. */
export type QueueScope =
  | {
      readonly queue: 'mine';
      readonly statuses: readonly Status[];
      readonly handledByMe: readonly Status[];
      readonly handlers: readonly string[];
      /** Whether somebody of this role answers what the office is asked to assist with. */
      readonly assists: boolean;
    }
  | { readonly queue: 'office' | 'ended' | 'sampled' | 'reopening-asked' | 'code' }
  | { readonly queue: 'found'; readonly ids: readonly string[] };

export type QueueFilter = {
  readonly today: string;
  readonly statuses: readonly Status[] | null;
  readonly kinds: readonly string[] | null;
  readonly dueFrom: string | null;
  readonly dueUntil: string | null;
  readonly code: string | null;
};

export type After = { readonly due: string; readonly id: string } | null;

const columns = sql.raw(`m.id, m.code, m.version, m.subject, m.kind, m.region_code as "regionCode", m.status,
  m.holder_unit_id as "holderUnitId", m.lead_unit_id as "leadUnitId", m.returns, m.reopenings,
  m.danger, m.party_count as "partyCount", m.registered_at as "registeredAt", m.ended_at as "endedAt",
  m.handler_user_id as handler_id, m.resume_by as "resumeBy", m.seal_ground is not null as "isSealed",
  m.due_from as "matterDueFrom", m.due_on as "matterDueOn", m.transfers, m.returned_times as "returnedTimes"`);

type Condition = RawBuilder<unknown>;

/** Only what is asked for stands in the statement: what might be asked for makes PostgreSQL plan it anew every time. */
function filtered({ statuses, kinds, dueFrom, dueUntil, code }: QueueFilter, due: Condition): Condition {
  return sql.join(
    [
      sql`true`,
      ...(statuses === null ? [] : [sql`m.status = any(${statuses}::text[])`]),
      ...(kinds === null ? [] : [sql`m.kind = any(${kinds}::text[])`]),
      ...(dueFrom === null ? [] : [sql`${due} >= ${dueFrom}::date`]),
      ...(dueUntil === null ? [] : [sql`${due} <= ${dueUntil}::date`]),
      ...(code === null ? [] : [sql`m.code = ${code}`]),
    ],
    sql` and `,
  );
}

/** Whether the handler is still posted where the matter is; whose posting has run out has left it to the office. */
const isHandlerHere = (today: string): Condition => sql`exists (
  select from hejie.posting p
  where p.city_code = m.city_code and p.unit_id = m.holder_unit_id and p.user_id = m.handler_user_id
    and p.ended_at is null and p.from_day <= ${today}::date and (p.until_day is null or p.until_day >= ${today}::date))`;

/** What an office holds or leads is due when the matter is; what it is asked to assist with, when its task is. */
type Part = { readonly where: Condition; readonly isTask?: true };

const dueOf = ({ isTask }: Part): Condition => (isTask ? sql`t.due_on` : sql`m.due_on`);

const rowsOf = ({ isTask }: Part): Condition =>
  isTask
    ? sql`hejie.task t join hejie.matter m on m.city_code = t.city_code and m.id = t.matter_id`
    : sql`hejie.matter m`;

/** Whether somebody at the holding office may read it: those who have left must be replaced by the leading centre. */
const hasReader = (today: string): Condition => sql`(m.seal_ground is null or exists (
  select from hejie.participation r
    join hejie.posting p on p.city_code = r.city_code and p.unit_id = r.unit_id and p.user_id = any(r.readers)
  where r.city_code = m.city_code and r.matter_id = m.id and r.unit_id = m.holder_unit_id and r.until_at is null
    and p.ended_at is null and p.from_day <= ${today}::date and (p.until_day is null or p.until_day >= ${today}::date)))`;

/** The parts of a queue: each reads one index from its own end, so that a page costs the same at any depth. */
function partsOf(scope: QueueScope, actor: Actor, today: string): Part[] {
  const unit = sql`${actor.unitId}::uuid`;
  const asked = sql`t.city_code = ${actor.cityCode} and t.unit_id = ${unit} and t.status = 'open'
    and m.is_open and m.holder_unit_id <> ${unit}`;
  switch (scope.queue) {
    case 'mine':
      return [
        {
          where: sql`m.is_open and m.holder_unit_id = ${unit} and m.status = any(${scope.statuses}::text[])
            and (m.status <> all(${scope.handledByMe}::text[]) or m.handler_user_id = any(${scope.handlers}::uuid[])
              or not ${isHandlerHere(today)})`,
        },
        ...(scope.assists ? [{ where: asked, isTask: true } as const] : []),
      ];
    case 'office':
      return [
        { where: sql`m.is_open and m.holder_unit_id = ${unit}` },
        { where: sql`m.is_open and m.lead_unit_id = ${unit} and m.holder_unit_id <> m.lead_unit_id` },
        { where: sql`${asked} and m.lead_unit_id <> ${unit}`, isTask: true },
      ];
    case 'ended':
      return [
        { where: sql`not m.is_open and m.lead_unit_id = ${unit}` },
        { where: sql`not m.is_open and m.handling_unit_id = ${unit} and m.lead_unit_id <> ${unit}` },
      ];
    case 'sampled':
      return [{ where: sql`m.is_sampled and m.lead_unit_id = ${unit}` }];
    case 'reopening-asked':
      return [{ where: sql`m.reopening_asked_at is not null and m.lead_unit_id = ${unit}` }];
    case 'found':
      return [{ where: sql`m.id = any(${scope.ids}::uuid[])` }];
    case 'code':
      // Open or ended, wherever it stands: one row of the index of codes, if the unit takes part in it.
      return [{ where: sql`true` }];
  }
}

function isOpenQueue({ queue }: QueueScope): boolean {
  return queue === 'mine' || queue === 'office';
}

/** A page of a queue, due first; ended matters newest first. */
export async function queuePage(
  trx: Trx,
  actor: Actor,
  scope: QueueScope,
  filter: QueueFilter,
  after: After,
  limit: number,
): Promise<QueueRow[]> {
  if (scope.queue === 'found' && scope.ids.length === 0) return [];
  const isDueFirst = isOpenQueue(scope);
  // Both tables name the matter; in its own index the task's name comes first.
  const idOf = ({ isTask }: Part): Condition => (isTask ? sql`t.matter_id` : sql`m.id`);
  const orderOf = (part: Part): Condition =>
    isDueFirst ? sql`${dueOf(part)}, ${idOf(part)}` : sql`m.ended_at desc, m.id desc`;
  const beyond = (part: Part): Condition =>
    after === null
      ? sql`true`
      : isDueFirst
        ? sql`(${dueOf(part)}, ${idOf(part)}) > (${after.due}::date, ${after.id}::uuid)`
        : sql`(m.ended_at, m.id) < (${after.due}::timestamptz, ${after.id}::uuid)`;
  const parts = partsOf(scope, actor, filter.today).map(
    (
      part,
    ) => sql`(select ${columns}, ${dueOf(part)} as "dueOn", ${part.isTask ?? false}::boolean as "isAssisting",
        ${isHandlerHere(filter.today)} as "hasHandler", ${hasReader(filter.today)} as "hasReader"
      from ${rowsOf(part)}
      where m.city_code = ${actor.cityCode} and ${part.where} and ${filtered(filter, dueOf(part))} and ${beyond(part)}
      order by ${orderOf(part)} limit ${limit}::int)`,
  );
  const order = isDueFirst ? sql`q."dueOn", q.id` : sql`q."endedAt" desc, q.id desc`;
  const { rows } = await sql<QueueRow>`
    with q as (
      -- the page first, so that what stands beside its rows is looked up for no others
      select * from (${sql.join(parts, sql` union all `)}) q order by ${order} limit ${limit}::int
    )
    select q.*, u.name as "handlerName", w.open as "tasksOpen", w.late as "tasksLate",
      coalesce(o.overdue, '{}') as overdue
    from q left join sign_in."user" u on u.id = q.handler_id
      cross join lateral (
        select count(*)::int as open, count(*) filter (where t.due_on < ${filter.today}::date)::int as late
        from hejie.task t
        where t.city_code = ${actor.cityCode} and t.matter_id = q.id and t.status = 'open' and not q."isAssisting"
      ) w
      left join (
        select matter_id, array_agg(due_on) as overdue
        from hejie.overdue_limits(${actor.cityCode},
          array(select id from q where "matterDueOn" < ${filter.today}::date), ${filter.today}::date)
        group by matter_id
      ) o on o.matter_id = q.id
    order by ${order}`.execute(trx);
  return rows;
}

/** How many fall due on each day, counted up to a bound: headings need no more. */
export async function countByDay(
  trx: Trx,
  actor: Actor,
  scope: QueueScope,
  filter: QueueFilter,
  atMost: number,
): Promise<{ dueOn: string | null; count: number }[]> {
  const parts = partsOf(scope, actor, filter.today).map(
    (part) => sql`(select ${dueOf(part)} as due_on from ${rowsOf(part)}
      where m.city_code = ${actor.cityCode} and ${part.where} and ${filtered(filter, dueOf(part))}
      order by ${dueOf(part)} limit ${sql.lit(atMost)})`,
  );
  const { rows } = await sql<{ dueOn: string | null; count: number }>`
    select q.due_on as "dueOn", count(*)::int as count
    from (select * from (${sql.join(parts, sql` union all `)}) p order by due_on limit ${sql.lit(atMost)}) q
    group by q.due_on order by q.due_on`.execute(trx);
  return rows;
}

/** For whom somebody stands in today at their office: their own work and that of the absent. */
export async function handlersCovered(trx: Trx, actor: Actor, today: string): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select user_id as "userId" from hejie.absence
    where city_code = ${actor.cityCode} and deputy_user_id = ${actor.userId}::uuid and unit_id = ${actor.unitId}::uuid
      and cancelled_at is null and from_day <= ${today}::date and until_day >= ${today}::date
    limit 100`.execute(trx);
  return [actor.userId, ...rows.map(({ userId }) => userId)];
}
