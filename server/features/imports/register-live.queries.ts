import { sql } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '#server/app/actor.ts';
import type { Database } from '#server/database/connection.ts';
import type { Trx } from '#server/database/transaction.ts';

type Clerk = Pick<Actor, 'userId' | 'name' | 'postingId' | 'role'>;

/** The longest posted clerk of a centre, else a dispatcher; or the one with this user name. */
export async function findClerk(
  db: Database,
  asked: {
    readonly cityCode: string;
    readonly unitId: string;
    readonly username: string | null;
    readonly now: Temporal.Instant;
  },
): Promise<Clerk | undefined> {
  const { rows } = await sql<Clerk>`
    select u.id as "userId", u.name, p.id as "postingId", p.role
    from hejie.posting p
      join hejie.city c on c.city_code = p.city_code
      join sign_in."user" u on u.id = p.user_id
    where p.city_code = ${asked.cityCode} and p.unit_id = ${asked.unitId}::uuid and p.role in ('clerk', 'dispatcher')
      and p.ended_at is null and u.disabled_at is null
      and (${asked.username}::text is null or u.username = ${asked.username})
      and p.from_day <= (${asked.now.toString()}::timestamptz at time zone c.zone)::date
      and (p.until_day is null or p.until_day >= (${asked.now.toString()}::timestamptz at time zone c.zone)::date)
    order by p.role, p.from_day, p.id limit 1`.execute(db);
  return rows[0];
}

/** Which of these numbers came in before, among the matters that the actor's unit takes part in. */
export async function knownNumbers(
  trx: Trx,
  actor: Actor,
  source: string,
  numbers: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ number: string }>`
    select source_number as number from hejie.matter
    where city_code = ${actor.cityCode} and source = ${source} and source_number = any(${numbers}::text[])`.execute(
    trx,
  );
  return new Set(rows.map(({ number }) => number));
}
