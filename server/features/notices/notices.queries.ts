import { sql } from 'kysely';
import type { Level } from '#domain/levels/vocabulary.ts';
import type { Notice, NoticeKind } from '#domain/notices/notice-rules.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Cursor } from '#server/app/cursor.ts';
import { unread } from '#server/database/preparing-client.ts';
import { rowsOf } from '#server/database/rows-of.ts';
import type { Trx } from '#server/database/transaction.ts';

export type NewNotice = Notice & {
  readonly id: string;
  readonly matterId: string;
  /** The version that the event made. */
  readonly version: number;
};

export type NoticesWritten = {
  readonly at: string;
  readonly notices: readonly NewNotice[];
  /** What was awaited of a matter before this version of it is over. */
  readonly settled: { readonly matterId: string; readonly version: number } | null;
};

/** New notices, and an end to those that were waiting for what was done now. */
export async function writeNotices(trx: Trx, cityCode: string, w: NoticesWritten): Promise<void> {
  const { at, notices, settled } = w;
  if (notices.length > 0)
    await sql`${unread}
    insert into hejie.notice (city_code, id, matter_id, version, kind, unit_id, user_id, role, by_user_id, at,
      awaits_step, level)
    select ${cityCode}, n.id, n."matterId", n.version, n.kind, n."unitId", n."userId", n.role, n."byUserId",
      ${at}::timestamptz, n."awaitsStep", n.level
    from ${rowsOf(notices)} as n (id uuid, "matterId" uuid, version int, kind text, "unitId" uuid, "userId" uuid,
      role text, "byUserId" uuid, "awaitsStep" boolean, level text)`.execute(trx);
  if (settled !== null)
    await sql`${unread}select hejie.settle_notices(${cityCode}, ${settled.matterId}::uuid, ${settled.version}::int,
      ${at}::timestamptz)`.execute(trx);
}

export type NoticeRow = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly level: Level | null;
  readonly matterId: string;
  readonly mayOpen: boolean;
  readonly code: string;
  readonly holderUnitId: string;
  readonly at: Date;
  readonly isRead: boolean;
  readonly isSettled: boolean;
};

/** To me at this office, and to everybody here in my role: each reads its own index from its newest end. */
const mine = (actor: Actor) => [
  sql`n.user_id = ${actor.userId}::uuid and n.unit_id = ${actor.unitId}::uuid`,
  sql`n.unit_id = ${actor.unitId}::uuid and n.role = ${actor.role}`,
];

const readMark = (actor: Actor) => sql<boolean>`exists (select from hejie.notice_read r
  where r.city_code = n.city_code and r.user_id = ${actor.userId}::uuid and r.notice_id = n.id)`;

export async function noticePage(
  trx: Trx,
  actor: Actor,
  since: string,
  after: Cursor | null,
  limit: number,
): Promise<NoticeRow[]> {
  const parts = mine(actor).map(
    (own) => sql`(select n.*, ${readMark(actor)} as is_read from hejie.notice n
      where n.city_code = ${actor.cityCode} and ${own} and n.at >= ${since}::timestamptz
        and (${after?.due ?? null}::timestamptz is null
          or (n.at, n.id) < (${after?.due ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by n.at desc, n.id desc limit ${limit}::int)`,
  );
  const { rows } = await sql<NoticeRow>`
    with p as (
      select * from (${sql.join(parts, sql` union all `)}) q order by at desc, id desc limit ${limit}::int
    )
    select p.id, p.kind, p.level, p.matter_id as "matterId", m.takes_part as "mayOpen", m.code,
      m.holder_unit_id as "holderUnitId", p.at, p.is_read as "isRead", p.settled_at is not null as "isSettled"
    from p join hejie.told_matters(${actor.cityCode}, (select array_agg(matter_id) from p)) m on m.id = p.matter_id
    order by p.at desc, p.id desc`.execute(trx);
  return rows;
}

/** How many still want looking at, counted up to a bound. */
export async function countUnread(trx: Trx, actor: Actor, since: string, atMost: number): Promise<number> {
  const parts = mine(actor).map(
    (own) => sql`(select n.id from hejie.notice n
      where n.city_code = ${actor.cityCode} and ${own} and n.at >= ${since}::timestamptz and n.settled_at is null
        and not ${readMark(actor)}
      order by n.at desc, n.id desc limit ${atMost}::int)`,
  );
  const { rows } = await sql<{ unread: number }>`
    select least(count(*), ${atMost}::int)::int as unread
    from (${sql.join(parts, sql` union all `)}) q`.execute(trx);
  return rows[0]?.unread ?? 0;
}

/** Marks some of one's own notices; those of others are not there. */
export async function markRead(trx: Trx, actor: Actor, ids: readonly string[], at: string): Promise<void> {
  await sql`
    insert into hejie.notice_read (city_code, user_id, notice_id, at)
    select n.city_code, ${actor.userId}::uuid, n.id, ${at}::timestamptz from hejie.notice n
    where n.city_code = ${actor.cityCode} and n.id = any(${ids}::uuid[])
    on conflict do nothing`.execute(trx);
}

/** Marks one and all that are older, as far as the list reaches back. */
export async function markReadUpTo(
  trx: Trx,
  actor: Actor,
  id: string,
  since: string,
  at: string,
): Promise<void> {
  const parts = mine(actor).map(
    (own) => sql`(select n.city_code, n.id from hejie.notice n, last
      where n.city_code = ${actor.cityCode} and ${own} and n.at >= ${since}::timestamptz
        and (n.at, n.id) <= (last.at, last.id))`,
  );
  await sql`
    with last as (select at, id from hejie.notice where city_code = ${actor.cityCode} and id = ${id}::uuid)
    insert into hejie.notice_read (city_code, user_id, notice_id, at)
    select q.city_code, ${actor.userId}::uuid, q.id, ${at}::timestamptz
    from (${sql.join(parts, sql` union all `)}) q
    on conflict do nothing`.execute(trx);
}
