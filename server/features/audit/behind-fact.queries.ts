import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

/** Which rows of `access_log l` a fact counts. */
export type Narrowed = {
  readonly whats: readonly string[];
  readonly odd: {
    readonly zone: string;
    readonly daysOff: readonly string[];
    readonly from: number;
    readonly until: number;
  } | null;
  readonly matters: {
    readonly person: string | null;
    readonly fromAt: string | null;
    readonly beforeAt: string | null;
    readonly isSealed: boolean;
    readonly region: string | null;
  } | null;
};

export function narrowedTo(cityCode: string, narrowed: Narrowed | null): RawBuilder<unknown> {
  if (narrowed === null) return sql`l.what not like 'audit-%'`;
  const { whats, odd, matters } = narrowed;
  const isOdd =
    odd === null
      ? sql`true`
      : sql`(extract(hour from l.at at time zone ${odd.zone}) >= ${odd.from}::int
          or extract(hour from l.at at time zone ${odd.zone}) < ${odd.until}::int
          or (l.at at time zone ${odd.zone})::date = any(${odd.daysOff}::date[]))`;
  const isOfThem =
    matters === null
      ? sql`true`
      : sql`l.matter_id = any(array(select hejie.audited_behind(${cityCode}, ${matters.person}::uuid,
          ${matters.fromAt}::timestamptz, ${matters.beforeAt}::timestamptz, ${matters.isSealed}::boolean, ${matters.region})))`;
  return sql`l.what = any(${whats}::text[]) and l.role <> 'party' and ${isOdd} and ${isOfThem}`;
}

/** The account of a user name or a whole name. */
export async function whoIs(trx: Trx, user: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from sign_in."user" where username = lower(${user}) or name = ${user} order by username = lower(${user}) desc
    limit 1`.execute(trx);
  return rows[0]?.id ?? null;
}

export type WordsRow = {
  readonly id: string;
  readonly matterId: string;
  readonly unitId: string;
  readonly sealed: Buffer;
  readonly wrappedKey: Buffer;
};

/** The words of the purposes under which these openings were made. */
export async function auditedWords(trx: Trx, cityCode: string, ids: readonly string[]): Promise<WordsRow[]> {
  const { rows } = await sql<WordsRow>`
    select id, matter_id as "matterId", unit_id as "unitId", sealed, wrapped_key as "wrappedKey"
    from hejie.audited_words(${cityCode}, ${ids}::uuid[])`.execute(trx);
  return rows;
}
