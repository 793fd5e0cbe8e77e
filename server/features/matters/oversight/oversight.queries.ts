import { type RawBuilder, sql } from 'kysely';
import type { LevelTable } from '#domain/levels/levels.ts';
import type { Level } from '#domain/levels/vocabulary.ts';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Cursor } from '#server/app/cursor.ts';
import type { Trx } from '#server/database/transaction.ts';
import { hasLevel, levelColumn } from '#server/features/levels/public.ts';

export type OverseenRow = {
  readonly id: string;
  readonly code: string;
  /** Null of a sealed one. */
  readonly kind: string | null;
  readonly status: Status;
  readonly regionCode: string;
  readonly leadUnitId: string;
  readonly holderUnitId: string;
  readonly returns: number;
  readonly reopenings: number;
  readonly danger: string | null;
  readonly dueOn: string;
  readonly registeredAt: Date;
  readonly resumeBy: string | null;
  readonly isSealed: boolean;
  readonly dueFrom: string | null;
  readonly transfers: number;
  readonly returnedTimes: number;
  /** 0 of a sealed one. */
  readonly partyCount: number;
};

export type OverseenFilter = {
  readonly prefix: string;
  readonly isHere: boolean;
  readonly isInDanger: boolean;
  /** Only these matters; null for all. */
  readonly only: readonly string[] | null;
  readonly statuses: readonly Status[] | null;
  readonly kinds: readonly string[] | null;
  readonly isSealed: boolean;
  readonly holder: string | null;
  /** Only those that have one of these colours today, by this table. */
  readonly coloured: {
    readonly levels: readonly Level[];
    readonly table: LevelTable;
    readonly today: string;
  } | null;
  readonly dueFrom: string | null;
  readonly dueUntil: string | null;
};

/** A page of what a region owes, due first. The function in the database decides what may be seen of it. */
export async function overseenPage(
  trx: Trx,
  actor: Actor,
  filter: OverseenFilter,
  after: Cursor | null,
  limit: number,
): Promise<OverseenRow[]> {
  const { rows } = await sql<OverseenRow>`
    select m.id, m.code, m.kind, m.status, m.region_code as "regionCode", m.lead_unit_id as "leadUnitId",
      m.holder_unit_id as "holderUnitId", m.returns, m.reopenings, m.danger, m.due_on as "dueOn",
      m.registered_at as "registeredAt", m.resume_by as "resumeBy", m.is_sealed as "isSealed",
      m.due_from as "dueFrom", m.transfers, m.returned_times as "returnedTimes", m.party_count as "partyCount"
    from ${sourceOf(actor, filter, after, limit)} m
    where (not ${filter.isHere}::boolean or m.region_code = ${filter.prefix})
      and (not ${filter.isInDanger}::boolean or m.danger is not null)
      and (${filter.only}::uuid[] is null or m.id = any(${filter.only}::uuid[]))
      and (${filter.statuses}::text[] is null or m.status = any(${filter.statuses}::text[]))
      and (${filter.kinds}::text[] is null or m.kind = any(${filter.kinds}::text[]))
      and (not ${filter.isSealed}::boolean or m.is_sealed)
      and (${filter.holder}::uuid is null or m.holder_unit_id = ${filter.holder}::uuid)
      and ${isColoured(filter)}
      and (${filter.dueFrom}::date is null or m.due_on >= ${filter.dueFrom}::date)
      and (${filter.dueUntil}::date is null or m.due_on <= ${filter.dueUntil}::date)
      and (${after === null}::boolean
        or (m.due_on, m.id) > (${after?.due ?? null}::date, ${after?.id ?? null}::uuid))
    order by m.due_on, m.id limit ${limit}::int`.execute(trx);
  return rows;
}

/**
 * The first that there are, where the rows themselves tell what is asked for. How many limits of a matter have passed is
 * reckoned only where a colour is asked for, and of all.
 */
function sourceOf(
  actor: Actor,
  filter: OverseenFilter,
  after: Cursor | null,
  limit: number,
): RawBuilder<unknown> {
  const { prefix, coloured, only } = filter;
  if (coloured !== null)
    return sql`hejie.overseen_board(${actor.cityCode}, ${prefix}, ${coloured.today}::date)`;
  if (only !== null) return sql`hejie.overseen_matters(${actor.cityCode}, ${prefix})`;
  return sql`hejie.overseen_page(${actor.cityCode}, ${prefix}, ${filter.isHere}::boolean, ${filter.isInDanger}::boolean,
    ${filter.statuses}::text[], ${filter.kinds}::text[], ${filter.isSealed}::boolean, ${filter.holder}::uuid,
    ${filter.dueFrom}::date, ${filter.dueUntil}::date, ${after?.due ?? null}::date, ${after?.id ?? null}::uuid,
    ${limit}::int)`;
}

const passedLimits = { stepsOverdue: sql`m.steps_overdue` };

function isColoured({ coloured }: OverseenFilter): RawBuilder<unknown> {
  if (coloured === null) return sql`true`;
  const { levels, table, today } = coloured;
  return sql`(${sql.join(
    levels.map((level) => hasLevel(table, level, today, passedLimits)),
    sql` or `,
  )})`;
}

/** When the running limits of a page of them are due, by matter. */
export async function overseenDueDays(
  trx: Trx,
  actor: Actor,
  prefix: string,
  ids: readonly string[],
): Promise<{ readonly matterId: string; readonly dueOn: string }[]> {
  const { rows } = await sql<{ matterId: string; dueOn: string }>`
    select matter_id as "matterId", due_on as "dueOn"
    from hejie.overseen_due_days(${actor.cityCode}, ${prefix}, ${ids}::uuid[])`.execute(trx);
  return rows;
}

export const countedFigures = [
  'open',
  'late',
  'dueThisWeek',
  'disputed',
  'inDanger',
  'lateTasks',
  'blue',
  'yellow',
  'orange',
  'red',
] as const;
type Counted = (typeof countedFigures)[number];

/** `key`: a region, an office or a kind; null for sealed matters, whose kind is not told. */
export type CountedRow = { readonly key: string | null } & { readonly [Figure in Counted]: number };

export type Count = {
  readonly prefix: string;
  readonly by: 'centre' | 'office' | 'kind';
  readonly today: string;
  readonly weekEnd: string;
  readonly table: LevelTable;
  /** Matters with an assisting office that is late. */
  readonly withLateTask: readonly string[];
};

const keyOf = {
  centre: sql`m.region_code`,
  office: sql`m.holder_unit_id::text`,
  kind: sql`m.kind`,
} as const;

/** Open matters of a region counted by place, by the office that has them, or by kind. */
export async function countOverseen(trx: Trx, actor: Actor, count: Count): Promise<CountedRow[]> {
  const { prefix, by, today, weekEnd, table, withLateTask } = count;
  const { rows } = await sql<CountedRow>`
    select m.key, count(*)::int as open,
      count(*) filter (where m.due_on < ${today}::date)::int as late,
      count(*) filter (where m.due_on between ${today}::date and ${weekEnd}::date)::int as "dueThisWeek",
      count(*) filter (where m.status = 'disputed')::int as disputed,
      count(*) filter (where m.danger is not null)::int as "inDanger",
      count(*) filter (where m.id = any(${withLateTask}::uuid[]))::int as "lateTasks",
      count(*) filter (where m.level = 'blue')::int as blue,
      count(*) filter (where m.level = 'yellow')::int as yellow,
      count(*) filter (where m.level = 'orange')::int as orange,
      count(*) filter (where m.level = 'red')::int as red
    from (
      select ${keyOf[by]} as key, m.id, m.due_on, m.status, m.danger, ${levelColumn(table, today, passedLimits)} as level
      from hejie.overseen_board(${actor.cityCode}, ${prefix}, ${today}::date) m
    ) m
    group by m.key limit 2000`.execute(trx);
  return rows;
}

export type OriginRow = {
  readonly id: string;
  readonly code: string;
  readonly status: Status;
  readonly leadUnitId: string;
};

/** Matters that this centre passed on, newest first. */
export async function originPage(
  trx: Trx,
  actor: Actor,
  after: string | null,
  limit: number,
): Promise<OriginRow[]> {
  const { rows } = await sql<OriginRow>`
    select id, code, status, lead_unit_id as "leadUnitId" from hejie.origin_matters(${actor.cityCode})
    where ${after}::uuid is null or id < ${after}::uuid
    order by id desc limit ${limit}::int`.execute(trx);
  return rows;
}

export type OverseenTask = {
  readonly matterId: string;
  readonly regionCode: string;
  readonly unitId: string;
  readonly dueOn: string;
};

/** What assisting offices of a region still owe, due first; of a page of matters, or of all. */
export async function overseenTasks(
  trx: Trx,
  actor: Actor,
  prefix: string,
  only: readonly string[] | null,
): Promise<OverseenTask[]> {
  const { rows } = await sql<OverseenTask>`
    select matter_id as "matterId", region_code as "regionCode", unit_id as "unitId", due_on as "dueOn"
    from hejie.overseen_tasks(${actor.cityCode}, ${prefix}, ${only}::uuid[])`.execute(trx);
  return rows;
}
