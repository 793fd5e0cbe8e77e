import { sql } from 'kysely';
import type { LevelRow } from '#domain/levels/levels.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Trx } from '#server/database/transaction.ts';

export type LevelVersionRow = {
  readonly version: number;
  readonly inForceFrom: string;
  readonly rows: readonly LevelRow[];
  readonly note: string;
  readonly publishedById: string;
  readonly publishedBy: string | null;
  readonly publishedAt: Date;
};

/** Every version that the city published, the latest first. */
export async function publishedVersions(trx: Trx, cityCode: string): Promise<LevelVersionRow[]> {
  const { rows } = await sql<LevelVersionRow>`
    select v.version, v.in_force_from as "inForceFrom", v.rows, v.note, v.published_by as "publishedById",
      u.name as "publishedBy", v.published_at as "publishedAt"
    from hejie.level_version v left join sign_in."user" u on u.id = v.published_by
    where v.city_code = ${cityCode} order by v.version desc limit 1000`.execute(trx);
  return rows;
}

export type NewVersion = {
  readonly version: number;
  readonly id: string;
  readonly inForceFrom: string;
  readonly rows: readonly LevelRow[];
  readonly note: string;
  readonly at: string;
};

/** False where somebody else has published this version meanwhile. */
export async function insertVersion(trx: Trx, actor: Actor, made: NewVersion): Promise<boolean> {
  const { rows } = await sql`
    insert into hejie.level_version (city_code, version, id, in_force_from, rows, note, published_by, published_at)
    values (${actor.cityCode}, ${made.version}::int, ${made.id}::uuid, ${made.inForceFrom}::date,
      ${JSON.stringify(made.rows)}::jsonb, ${made.note}, ${actor.userId}::uuid, ${made.at}::timestamptz)
    on conflict (city_code, version) do nothing returning version`.execute(trx);
  return rows.length > 0;
}

/** Heard by every process that listens, once the transaction is committed. */
export async function tellProcesses(trx: Trx, channel: string): Promise<void> {
  await sql`select pg_notify(${channel}, '')`.execute(trx);
}

/** The event of the organisation by which the auditor reads of it. */
export async function recordPublication(
  trx: Trx,
  actor: Actor,
  made: NewVersion,
  eventId: string,
): Promise<void> {
  const data = { version: made.version, inForceFrom: made.inForceFrom, note: made.note, rows: made.rows };
  await sql`
    insert into hejie.organisation_event (city_code, id, type, subject_id, actor_user_id, actor_unit_id, actor_role,
      recorded_at, data)
    values (${actor.cityCode}, ${eventId}::uuid, 'levels-published', ${made.id}::uuid, ${actor.userId}::uuid,
      ${actor.unitId}::uuid, ${actor.role}, ${made.at}::timestamptz, ${JSON.stringify(data)}::jsonb)`.execute(
    trx,
  );
}
