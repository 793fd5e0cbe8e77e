import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

const atWork = sql.raw(`'clerk', 'dispatcher', 'handler', 'mediator', 'supervisor'`);

/** Which units take part now, and who of each reads where the file is sealed. */
export async function readingNow(
  trx: Trx,
  cityCode: string,
  matterId: string,
): Promise<{ unitId: string; readers: string[] | null }[]> {
  const { rows } = await sql<{ unitId: string; readers: string[] | null }>`
    select unit_id as "unitId", readers from hejie.participation
    where city_code = ${cityCode} and matter_id = ${matterId}::uuid and until_at is null and part <> 'origin'
    order by part limit 100`.execute(trx);
  return rows;
}

export type Posted = { readonly userId: string; readonly unitId: string; readonly name: string };

/** Those of these people who work on matters at one of these units today. */
export async function postedAmong(
  trx: Trx,
  cityCode: string,
  unitIds: readonly string[],
  userIds: readonly string[],
  today: string,
): Promise<Posted[]> {
  const { rows } = await sql<Posted>`
    select distinct p.user_id as "userId", p.unit_id as "unitId", u.name
    from hejie.posting p join sign_in."user" u on u.id = p.user_id
    where p.city_code = ${cityCode} and p.unit_id = any(${unitIds}::uuid[]) and p.user_id = any(${userIds}::uuid[])
      and p.role in (${atWork}) and p.ended_at is null and p.from_day <= ${today}::date
      and (p.until_day is null or p.until_day >= ${today}::date) and u.disabled_at is null
    order by u.name limit 500`.execute(trx);
  return rows;
}

export type ColleagueRow = Posted & { readonly role: string; readonly isAbsent: boolean };

/** Everybody who works on matters at these units today. */
export async function colleaguesAt(
  trx: Trx,
  cityCode: string,
  unitIds: readonly string[],
  today: string,
): Promise<ColleagueRow[]> {
  const { rows } = await sql<ColleagueRow>`
    select distinct on (p.unit_id, u.id) p.user_id as "userId", p.unit_id as "unitId", u.name, p.role,
      exists (select from hejie.absence a where a.city_code = p.city_code and a.user_id = p.user_id
        and a.unit_id = p.unit_id and a.cancelled_at is null
        and a.from_day <= ${today}::date and a.until_day >= ${today}::date) as "isAbsent"
    from hejie.posting p join sign_in."user" u on u.id = p.user_id
    where p.city_code = ${cityCode} and p.unit_id = any(${unitIds}::uuid[]) and p.role in (${atWork})
      and p.ended_at is null and p.from_day <= ${today}::date
      and (p.until_day is null or p.until_day >= ${today}::date) and u.disabled_at is null
    order by p.unit_id, u.id, p.role limit 500`.execute(trx);
  return rows;
}

/** The readers of a sealed matter, with their names. */
export async function namedReaders(trx: Trx, cityCode: string, matterId: string): Promise<Posted[]> {
  const { rows } = await sql<Posted>`
    select distinct r.user_id as "userId", p.unit_id as "unitId", u.name
    from hejie.participation p cross join lateral unnest(p.readers) as r (user_id)
      join sign_in."user" u on u.id = r.user_id
    where p.city_code = ${cityCode} and p.matter_id = ${matterId}::uuid and p.until_at is null and p.part <> 'origin'
    order by u.name limit 200`.execute(trx);
  return rows;
}

/** Those of these matters that are sealed. */
export async function sealedAmong(trx: Trx, cityCode: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select i.id from unnest(${ids}::uuid[]) as i (id) where hejie.is_sealed(${cityCode}, i.id, null)`.execute(
    trx,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether there is such a matter, sealed; of one who may not read it nobody learns more. */
export async function isSealed(
  trx: Trx,
  cityCode: string,
  asked: { readonly id?: string; readonly code?: string },
): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`
    select hejie.is_sealed(${cityCode}, ${asked.id ?? null}::uuid, ${asked.code ?? null}) as yes`.execute(
    trx,
  );
  return rows[0]?.yes ?? false;
}
