import { sql } from 'kysely';
import type { DayTally, PlaceTally, SealedTally } from '#domain/audit/unusual-openings.ts';
import type { Trx } from '#server/database/transaction.ts';

/** A time of at most some weeks, in the city's zone. */
export type Span = { readonly zone: string; readonly fromAt: string; readonly beforeAt: string };

type DayQuestion = Span & {
  readonly daysOff: readonly string[];
  readonly oddHours: { readonly from: number; readonly until: number };
  readonly whats: readonly string[];
  readonly leastOdd: number;
  readonly leastLookUps: number;
};

/** What accounts did by day, where anything of it could be shown. One reading of the index by time. */
export async function dayTallies(
  trx: Trx,
  cityCode: string,
  q: DayQuestion,
  atMost: number,
): Promise<DayTally[]> {
  const { rows } = await sql<DayTally>`
    select l.user_id as "userId", l.unit_id as "unitId", l.role, l.day::text as day,
      count(*) filter (where l.what = 'purpose')::int as outside,
      count(*) filter (where l.is_odd and l.what = any(${q.whats}::text[]))::int as "atOddHours",
      count(*) filter (where l.what = 'look-up')::int as "lookUps"
    from (
      select a.user_id, a.unit_id, a.role, a.what, (a.at at time zone ${q.zone})::date as day,
        extract(hour from a.at at time zone ${q.zone}) >= ${q.oddHours.from}::int
          or extract(hour from a.at at time zone ${q.zone}) < ${q.oddHours.until}::int
          or (a.at at time zone ${q.zone})::date = any(${q.daysOff}::date[]) as is_odd
      from hejie.access_log a
      where a.city_code = ${cityCode} and a.at >= ${q.fromAt}::timestamptz and a.at < ${q.beforeAt}::timestamptz
        and a.role <> 'party'
    ) l
    group by l.user_id, l.unit_id, l.role, l.day
    having count(*) filter (where l.what = 'purpose') > 0
      or count(*) filter (where l.is_odd and l.what = any(${q.whats}::text[])) >= ${q.leastOdd}::int
      or count(*) filter (where l.what = 'look-up') >= ${q.leastLookUps}::int
    order by l.day desc, l.user_id, l.unit_id, l.role limit ${atMost}::int`.execute(trx);
  return rows;
}

export async function sealedTallies(
  trx: Trx,
  cityCode: string,
  span: Span,
  whats: readonly string[],
  atMost: number,
): Promise<SealedTally[]> {
  const { rows } = await sql<SealedTally>`
    select user_id as "userId", unit_id as "unitId", role, day::text as day, matter_id as "matterId", openings
    from hejie.audited_sealed(${cityCode}, ${span.zone}, ${span.fromAt}::timestamptz, ${span.beforeAt}::timestamptz,
      ${whats}::text[], ${atMost}::int)`.execute(trx);
  return rows;
}

export async function placeTallies(
  trx: Trx,
  cityCode: string,
  span: Span,
  whats: readonly string[],
  atLeast: number,
  atMost: number,
): Promise<PlaceTally[]> {
  const { rows } = await sql<PlaceTally>`
    select user_id as "userId", unit_id as "unitId", role, day::text as day, region_code as "regionCode", matters
    from hejie.audited_places(${cityCode}, ${span.zone}, ${span.fromAt}::timestamptz, ${span.beforeAt}::timestamptz,
      ${whats}::text[], ${atLeast}::int, ${atMost}::int)`.execute(trx);
  return rows;
}
