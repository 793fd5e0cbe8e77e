import { sql } from 'kysely';
import type { LedgerMap } from '#contract/imports/imports.ts';
import type { Role } from '#domain/access/vocabulary.ts';
import type { ImportStatus, ImportStop } from '#domain/imports/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { ProgramContext, Trx } from '#server/database/transaction.ts';

export type ImportRow = {
  readonly id: string;
  readonly version: number;
  readonly userId: string;
  readonly userName: string | null;
  readonly postingId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly nameSealed: Buffer;
  readonly sizeBytes: number;
  readonly format: 'csv' | 'xlsx';
  readonly wrappedKey: Buffer | null;
  readonly address: string | null;
  readonly status: ImportStatus;
  readonly map: LedgerMap | null;
  readonly rowsTotal: number;
  readonly rowsRead: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly lastRow: number;
  readonly doubtsSealed: Buffer | null;
  readonly askedAt: Date;
  readonly attempts: number;
  readonly stopReason: ImportStop | null;
  readonly endedAt: Date | null;
};

const columns =
  sql.raw(`i.id, i.version, i.user_id as "userId", u.name as "userName", i.posting_id as "postingId",
  i.unit_id as "unitId", i.role, i.name_sealed as "nameSealed", i.size_bytes as "sizeBytes", i.format,
  i.wrapped_key as "wrappedKey", i.address, i.status, i.map, i.rows_total as "rowsTotal", i.rows_read as "rowsRead",
  i.imported, i.unchanged, i.refused, i.last_row as "lastRow", i.doubts_sealed as "doubtsSealed",
  i.asked_at as "askedAt", i.attempts, i.stop_reason as "stopReason", i.ended_at as "endedAt"`);
const withName = sql.raw(`hejie.import i left join sign_in."user" u on u.id = i.user_id`);

type Context = Pick<Actor | ProgramContext, 'cityCode'>;

export async function findImport(
  trx: Trx,
  { cityCode }: Context,
  id: string,
): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from ${withName} where i.city_code = ${cityCode} and i.id = ${id}::uuid`.execute(trx);
  return rows[0];
}

/** Locked until the transaction is over: of two who take a step at once, the second sees what the first did. */
export async function lockImport(trx: Trx, context: Context, id: string): Promise<ImportRow | undefined> {
  await sql`
    select i.id from hejie.import i where i.city_code = ${context.cityCode} and i.id = ${id}::uuid
    for update of i`.execute(trx);
  return findImport(trx, context, id);
}

/** The office's own, the latest first. */
export async function importsOfUnit(trx: Trx, actor: Actor, limit: number): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from ${withName}
    where i.city_code = ${actor.cityCode} and i.unit_id = ${actor.unitId}::uuid
    order by i.asked_at desc, i.id desc limit ${limit}::int`.execute(trx);
  return rows;
}

/** How many of the office's are being worked on. Two wishes at once are counted one after the other. */
export async function countUnderWay(trx: Trx, actor: Actor): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('import/unit/' || ${actor.unitId}, 0))`.execute(
    trx,
  );
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from hejie.import
    where city_code = ${actor.cityCode} and unit_id = ${actor.unitId}::uuid and address is not null
      and status in ('checking', 'running')`.execute(trx);
  return rows[0]?.count ?? 0;
}

export type NewImport = {
  readonly id: string;
  readonly nameSealed: Buffer;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly format: 'csv' | 'xlsx';
  readonly wrappedKey: Buffer;
  readonly address: string;
  readonly at: string;
};

export async function insertImport(trx: Trx, actor: Actor, made: NewImport): Promise<void> {
  await sql`
    insert into hejie.import (city_code, id, user_id, posting_id, unit_id, role, name_sealed, size_bytes, sha256, format,
      wrapped_key, address, status, version, rows_total, rows_read, imported, unchanged, refused, last_row, asked_at,
      touched_at, attempts)
    values (${actor.cityCode}, ${made.id}::uuid, ${actor.userId}::uuid, ${actor.postingId}::uuid, ${actor.unitId}::uuid,
      ${actor.role}, ${made.nameSealed}::bytea, ${made.sizeBytes}::bigint, ${made.sha256}, ${made.format},
      ${made.wrappedKey}::bytea, ${made.address}, 'uploaded', 1, 0, 0, 0, 0, 0, 0, ${made.at}::timestamptz,
      ${made.at}::timestamptz, 0)`.execute(trx);
}

/** Sets it to work, from the first row: a check anew, or the run. */
export async function startWork(
  trx: Trx,
  { cityCode }: Context,
  id: string,
  work: { readonly status: 'checking' | 'running'; readonly map: LedgerMap; readonly at: string },
): Promise<void> {
  await sql`
    update hejie.import set status = ${work.status}, version = version + 1, map = ${JSON.stringify(work.map)}::jsonb,
      rows_read = 0, imported = 0, unchanged = 0, refused = 0, last_row = 0, attempts = 0,
      touched_at = ${work.at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid`.execute(trx);
}

/** The refused rows, in the order of the table, a page at a time. */
export async function refusedRows(
  trx: Trx,
  { cityCode }: Context,
  id: string,
  after: number,
  limit: number,
): Promise<{ row: number; line: number; sealed: Buffer }[]> {
  const { rows } = await sql<{ row: number; line: number; sealed: Buffer }>`
    select row_number as row, line, sealed from hejie.import_row
    where city_code = ${cityCode} and import_id = ${id}::uuid and row_number > ${after}::int
    order by row_number limit ${limit}::int`.execute(trx);
  return rows;
}

/** What the office decided on before. */
export async function findChoices(
  trx: Trx,
  { cityCode }: Context,
  unitId: string,
): Promise<{ sealed: Buffer; version: number } | undefined> {
  const { rows } = await sql<{ sealed: Buffer; version: number }>`
    select sealed, version from hejie.import_choices
    where city_code = ${cityCode} and unit_id = ${unitId}::uuid for update`.execute(trx);
  return rows[0];
}

/** Kept if nobody else wrote meanwhile. */
export async function keepChoices(
  trx: Trx,
  actor: Actor,
  sealed: Buffer,
  versionBefore: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into hejie.import_choices (city_code, unit_id, version, sealed)
    values (${actor.cityCode}, ${actor.unitId}::uuid, 1, ${sealed}::bytea)
    on conflict (city_code, unit_id) do update set sealed = excluded.sealed, version = import_choices.version + 1
      where import_choices.version = ${versionBefore}::int
    returning version`.execute(trx);
  return rows.length > 0;
}
