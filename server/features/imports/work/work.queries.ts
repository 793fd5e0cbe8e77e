import { sql } from 'kysely';
import type { ImportStop } from '#domain/imports/vocabulary.ts';
import type { ProgramContext, Trx } from '#server/database/transaction.ts';
import { findImport, type ImportRow } from '../imports.queries.ts';

type Context = Pick<ProgramContext, 'cityCode'>;
/** Which of those who began it works on it: whoever began later takes it over. */
export type Hold = { readonly id: string; readonly version: number; readonly attempts: number };

/** Begins, or takes over; nothing where there is nothing to do. What a check told before is told anew. */
export async function beginWork(
  trx: Trx,
  context: Context,
  id: string,
  at: string,
): Promise<ImportRow | undefined> {
  const { rows } = await sql<{ status: string; lastRow: number }>`
    update hejie.import set attempts = attempts + 1, touched_at = ${at}::timestamptz,
      rows_read = case status when 'checking' then 0 else rows_read end,
      imported = case status when 'checking' then 0 else imported end,
      unchanged = case status when 'checking' then 0 else unchanged end,
      refused = case status when 'checking' then 0 else refused end,
      last_row = case status when 'checking' then 0 else last_row end
    where city_code = ${context.cityCode} and id = ${id}::uuid and status in ('checking', 'running')
      and address is not null
    returning status, last_row as "lastRow"`.execute(trx);
  if (rows[0] === undefined) return undefined;
  if (rows[0].lastRow === 0) {
    await sql`delete from hejie.import_row where city_code = ${context.cityCode} and import_id = ${id}::uuid`.execute(
      trx,
    );
  }
  return findImport(trx, context, id);
}

/** Locks it for whoever holds it, and says which row was dealt with last; nothing where somebody else holds it. */
export async function holdWork(trx: Trx, { cityCode }: Context, hold: Hold): Promise<number | undefined> {
  const { rows } = await sql<{ lastRow: number }>`
    select last_row as "lastRow" from hejie.import
    where city_code = ${cityCode} and id = ${hold.id}::uuid and version = ${hold.version}::int
      and attempts = ${hold.attempts}::int and status in ('checking', 'running')
    for update`.execute(trx);
  return rows[0]?.lastRow;
}

export type Progress = {
  readonly read: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly row: number; readonly line: number; readonly sealed: Buffer }[];
  readonly lastRow: number;
  readonly at: string;
};

/** Written in the transaction that brings the rows in: what is counted is there, and what is there is counted. */
export async function noteProgress(
  trx: Trx,
  { cityCode }: Context,
  id: string,
  done: Progress,
): Promise<void> {
  const { refused } = done;
  if (refused.length > 0) {
    await sql`
      insert into hejie.import_row (city_code, import_id, row_number, line, sealed)
      select ${cityCode}, ${id}::uuid, r.row_number, r.line, r.sealed
      from unnest(${refused.map((one) => one.row)}::int[], ${refused.map((one) => one.line)}::int[],
        ${refused.map((one) => one.sealed)}::bytea[]) as r (row_number, line, sealed)`.execute(trx);
  }
  await sql`
    update hejie.import set rows_read = rows_read + ${done.read}::int, imported = imported + ${done.imported}::int,
      unchanged = unchanged + ${done.unchanged}::int, refused = refused + ${refused.length}::int,
      last_row = greatest(last_row, ${done.lastRow}::int), touched_at = ${done.at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid`.execute(trx);
}

export async function writeChecked(
  trx: Trx,
  { cityCode }: Context,
  id: string,
  doubtsSealed: Buffer | null,
  at: string,
): Promise<void> {
  await sql`
    update hejie.import set status = 'checked', version = version + 1, rows_total = rows_read,
      doubts_sealed = ${doubtsSealed}::bytea, touched_at = ${at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid`.execute(trx);
}

export async function writeDone(trx: Trx, { cityCode }: Context, id: string, at: string): Promise<void> {
  await sql`
    update hejie.import set status = 'done', version = version + 1, ended_at = ${at}::timestamptz,
      touched_at = ${at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid`.execute(trx);
}

/** What is there stays there. */
export async function writeStop(
  trx: Trx,
  { cityCode }: Context,
  id: string,
  reason: ImportStop,
  at: string,
): Promise<void> {
  await sql`
    update hejie.import set status = 'stopped', version = version + 1, stop_reason = ${reason},
      ended_at = ${at}::timestamptz, touched_at = ${at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid and status not in ('done', 'stopped')`.execute(trx);
}

export type LeftImport = Pick<ImportRow, 'id' | 'status' | 'address' | 'attempts'>;

/** What died at work, and files that have had their time. A bounded number at once. */
export async function leftBehind(
  trx: Trx,
  { cityCode }: Context,
  times: { readonly silentSince: string; readonly keptSince: string },
  atMost: number,
): Promise<LeftImport[]> {
  const { rows } = await sql<LeftImport>`
    select id, status, address, attempts from hejie.import
    where city_code = ${cityCode} and address is not null and (
      (status in ('checking', 'running') and touched_at <= ${times.silentSince}::timestamptz)
      or (status in ('uploaded', 'checked', 'done', 'stopped') and touched_at <= ${times.keptSince}::timestamptz))
    order by touched_at limit ${atMost}::int`.execute(trx);
  return rows;
}

/** Its file is gone; with the key goes any copy of it. */
export async function forgetLedger(trx: Trx, { cityCode }: Context, id: string): Promise<void> {
  await sql`
    update hejie.import set address = null, wrapped_key = null
    where city_code = ${cityCode} and id = ${id}::uuid`.execute(trx);
}

/** It is taken up again: nobody else need do so for a while. */
export async function touchImport(trx: Trx, { cityCode }: Context, id: string, at: string): Promise<void> {
  await sql`
    update hejie.import set touched_at = ${at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid`.execute(trx);
}
