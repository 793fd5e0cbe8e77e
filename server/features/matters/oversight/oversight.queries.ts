import { sql } from 'kysely';
import type { Status } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Cursor } from '#server/app/cursor.ts';
import type { Trx } from '#server/database/transaction.ts';

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
    from hejie.overseen_matters(${actor.cityCode}, ${filter.prefix}) m
    where (not ${filter.isHere}::boolean or m.region_code = ${filter.prefix})
      and (not ${filter.isInDanger}::boolean or m.danger is not null)
      and (${filter.only}::uuid[] is null or m.id = any(${filter.only}::uuid[]))
      and (${filter.statuses}::text[] is null or m.status = any(${filter.statuses}::text[]))
      and (${filter.kinds}::text[] is null or m.kind = any(${filter.kinds}::text[]))
      and (${filter.dueFrom}::date is null or m.due_on >= ${filter.dueFrom}::date)
      and (${filter.dueUntil}::date is null or m.due_on <= ${filter.dueUntil}::date)
      and (${after === null}::boolean
        or (m.due_on, m.id) > (${after?.due ?? null}::date, ${after?.id ?? null}::uuid))
    order by m.due_on, m.id limit ${limit}::int`.execute(trx);
  return rows;
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

export type FiguresRow = {
  readonly regionCode: string;
  readonly open: number;
  readonly late: number;
  readonly dueThisWeek: number;
  readonly disputed: number;
  readonly inDanger: number;
};

/** Open matters counted by region, each at the region where it happened. */
export async function figuresByRegion(
  trx: Trx,
  actor: Actor,
  prefix: string,
  today: string,
  weekEnd: string,
): Promise<FiguresRow[]> {
  const { rows } = await sql<FiguresRow>`
    select m.region_code as "regionCode", count(*)::int as open,
      count(*) filter (where m.due_on < ${today}::date)::int as late,
      count(*) filter (where m.due_on between ${today}::date and ${weekEnd}::date)::int as "dueThisWeek",
      count(*) filter (where m.status = 'disputed')::int as disputed,
      count(*) filter (where m.danger is not null)::int as "inDanger"
    from hejie.overseen_matters(${actor.cityCode}, ${prefix}) m
    group by m.region_code limit 500`.execute(trx);
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
