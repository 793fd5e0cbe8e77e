import { sql } from 'kysely';
import type { CalendarVersion, KeptCalendar } from '#server/app/calendar-book.ts';
import type { Trx } from '#server/database/transaction.ts';

/** Keeps the calendar where it is another than the last; two programs that start at once take turns at the city's row. */
export async function saveCalendar(
  trx: Trx,
  cityCode: string,
  { hash, days }: { readonly hash: string; readonly days: KeptCalendar },
  at: string,
): Promise<void> {
  await sql`
    insert into hejie.calendar_version (city_code, number, hash, days, loaded_at)
    select ${cityCode}, coalesce(max(v.number), 0) + 1, ${hash}, ${JSON.stringify(days)}::jsonb, ${at}::timestamptz
    from hejie.calendar_version v where v.city_code = ${cityCode}
    having (array_agg(v.hash order by v.number desc))[1] is distinct from ${hash}`.execute(trx);
}

/** Every calendar there ever was; a city has one or two a year. */
export async function allCalendars(trx: Trx, cityCode: string): Promise<CalendarVersion[]> {
  const { rows } = await sql<CalendarVersion>`
    select hash, days, loaded_at as "loadedAt" from hejie.calendar_version
    where city_code = ${cityCode} order by number limit 2000`.execute(trx);
  return rows;
}
