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
};

/** Which matters: a queue, the filters on it, and where the page before ended. */
export type QueueScope =
  | {
      readonly queue: 'mine';
      readonly statuses: readonly Status[];
      readonly handledByMe: readonly Status[];
      readonly handlers: readonly string[];
    }
  | { readonly queue: 'office' | 'ended' | 'sampled' | 'code' };

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
  m.holder_unit_id as "holderUnitId", m.lead_unit_id as "leadUnitId", m.due_on as "dueOn", m.returns, m.reopenings,
  m.danger, m.party_count as "partyCount", m.registered_at as "registeredAt", m.ended_at as "endedAt",
  m.handler_user_id as handler_id`);

type Condition = RawBuilder<unknown>;

function filtered({ statuses, kinds, dueFrom, dueUntil, code }: QueueFilter): Condition {
  return sql`(${statuses}::text[] is null or m.status = any(${statuses}::text[]))
    and (${kinds}::text[] is null or m.kind = any(${kinds}::text[]))
    and (${dueFrom}::date is null or m.due_on >= ${dueFrom}::date)
    and (${dueUntil}::date is null or m.due_on <= ${dueUntil}::date)
    and (${code}::text is null or m.code = ${code})`;
}

/** Whether the handler is still posted where the matter is; whose posting has run out has left it to the office. */
const isHandlerHere = (today: string): Condition => sql`exists (
  select from hejie.posting p
  where p.city_code = m.city_code and p.unit_id = m.holder_unit_id and p.user_id = m.handler_user_id
    and p.ended_at is null and p.from_day <= ${today}::date and (p.until_day is null or p.until_day >= ${today}::date))`;

/** The parts of a queue: each reads one index from its own end, so that a page costs the same at any depth. */
function partsOf(scope: QueueScope, actor: Actor, today: string): Condition[] {
  const unit = sql`${actor.unitId}::uuid`;
  switch (scope.queue) {
    case 'mine':
      return [
        sql`m.is_open and m.holder_unit_id = ${unit} and m.status = any(${scope.statuses}::text[])
          and (m.status <> all(${scope.handledByMe}::text[]) or m.handler_user_id = any(${scope.handlers}::uuid[])
            or not ${isHandlerHere(today)})`,
      ];
    case 'office':
      return [
        sql`m.is_open and m.holder_unit_id = ${unit}`,
        sql`m.is_open and m.lead_unit_id = ${unit} and m.holder_unit_id <> ${unit}`,
      ];
    case 'ended':
      return [
        sql`not m.is_open and m.lead_unit_id = ${unit}`,
        sql`not m.is_open and m.handling_unit_id = ${unit} and m.lead_unit_id <> ${unit}`,
      ];
    case 'sampled':
      return [sql`m.is_sampled and m.lead_unit_id = ${unit}`];
    case 'code':
      // Open or ended, wherever it stands: one row of the index of codes, if the unit takes part in it.
      return [sql`true`];
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
  const isDueFirst = isOpenQueue(scope);
  const order = isDueFirst ? sql`m.due_on, m.id` : sql`m.ended_at desc, m.id desc`;
  const beyond =
    after === null
      ? sql`true`
      : isDueFirst
        ? sql`(m.due_on, m.id) > (${after.due}::date, ${after.id}::uuid)`
        : sql`(m.ended_at, m.id) < (${after.due}::timestamptz, ${after.id}::uuid)`;
  const parts = partsOf(scope, actor, filter.today).map(
    (part) => sql`(select ${columns}, ${isHandlerHere(filter.today)} as "hasHandler" from hejie.matter m
      where m.city_code = ${actor.cityCode} and ${part} and ${filtered(filter)} and ${beyond}
      order by ${order} limit ${limit}::int)`,
  );
  const outerOrder = isDueFirst ? sql`q."dueOn", q.id` : sql`q."endedAt" desc, q.id desc`;
  const { rows } = await sql<QueueRow>`
    select q.*, u.name as "handlerName"
    from (${sql.join(parts, sql` union all `)}) q left join sign_in."user" u on u.id = q.handler_id
    order by ${outerOrder} limit ${limit}::int`.execute(trx);
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
    (part) => sql`(select m.due_on from hejie.matter m
      where m.city_code = ${actor.cityCode} and ${part} and ${filtered(filter)} order by m.due_on limit ${atMost}::int)`,
  );
  const { rows } = await sql<{ dueOn: string | null; count: number }>`
    select q.due_on as "dueOn", count(*)::int as count
    from (select * from (${sql.join(parts, sql` union all `)}) p order by due_on limit ${atMost}::int) q
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
