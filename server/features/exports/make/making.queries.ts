import { sql } from 'kysely';
import type { ExportStop } from '#domain/exports/vocabulary.ts';
import type { ProgramContext, Trx } from '#server/database/transaction.ts';

type Context = Pick<ProgramContext, 'cityCode'>;

/** Held until the transaction is over, or its program dead: of two makers of one file the second gives way. */
export async function claimMaking(trx: Trx, exportId: string): Promise<boolean> {
  const { rows } = await sql<{ isMine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('export/making/' || ${exportId}, 0)) as "isMine"`.execute(
    trx,
  );
  return rows[0]?.isMine ?? false;
}

/** Begins, or begins anew: whatever a maker before left is told to have been forgotten. */
export async function beginMaking(trx: Trx, { cityCode }: Context, id: string, at: string): Promise<void> {
  await sql`
    update hejie.export set attempts = attempts + 1, rows_done = 0, address = null, touched_at = ${at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid and status = 'making'`.execute(trx);
}

export async function noteProgress(
  trx: Trx,
  { cityCode }: Context,
  id: string,
  rows: number,
  at: string,
): Promise<void> {
  await sql`
    update hejie.export set rows_done = ${rows}::int, touched_at = ${at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid and status = 'making'`.execute(trx);
}

export async function noteAddress(
  trx: Trx,
  { cityCode }: Context,
  id: string,
  address: string,
): Promise<void> {
  await sql`
    update hejie.export set address = ${address}
    where city_code = ${cityCode} and id = ${id}::uuid and status = 'making'`.execute(trx);
}

export type Made = {
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly wrappedKey: Buffer;
  readonly address: string;
  readonly at: string;
  readonly keptUntil: string;
};

export async function writeMade(trx: Trx, { cityCode }: Context, id: string, made: Made): Promise<void> {
  await sql`
    update hejie.export set status = 'ready', version = version + 1, rows_done = ${made.rows}::int,
      size_bytes = ${made.bytes}::bigint, sha256 = ${made.sha256}, wrapped_key = ${made.wrappedKey}::bytea,
      address = ${made.address}, made_at = ${made.at}::timestamptz, kept_until = ${made.keptUntil}::timestamptz,
      touched_at = ${made.at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid and status = 'making'`.execute(trx);
}

/** Says why it will not be made. What waits or is being made can stop; what is ready cannot. */
export async function writeStop(
  trx: Trx,
  { cityCode }: Context,
  id: string,
  reason: ExportStop,
  at: string,
): Promise<void> {
  await sql`
    update hejie.export set status = 'stopped', version = version + 1, stop_reason = ${reason}, address = null,
      touched_at = ${at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid and status in ('waiting', 'making')`.execute(trx);
}

export type Left = {
  readonly id: string;
  readonly status: 'waiting' | 'making' | 'ready';
  readonly address: string | null;
};

/** What has had its time: unanswered, silent, or kept long enough. A bounded number at once. */
export async function leftBehind(
  trx: Trx,
  { cityCode }: Context,
  times: { readonly now: string; readonly silentSince: string },
  atMost: number,
): Promise<Left[]> {
  const { rows } = await sql<Left>`
    select id, status, address from hejie.export
    where city_code = ${cityCode} and (
      (status = 'waiting' and holds_until <= ${times.now}::timestamptz)
      or (status = 'making' and touched_at <= ${times.silentSince}::timestamptz)
      or (status = 'ready' and kept_until <= ${times.now}::timestamptz))
    order by touched_at limit ${atMost}::int`.execute(trx);
  return rows;
}

/** Its file is gone; with the key goes any copy of it. */
export async function forgetFile(trx: Trx, { cityCode }: Context, id: string): Promise<void> {
  await sql`
    update hejie.export set status = 'gone', version = version + 1, wrapped_key = null, address = null
    where city_code = ${cityCode} and id = ${id}::uuid and status = 'ready'`.execute(trx);
}

/** It is begun anew: nobody else need do so for a while. */
export async function touch(trx: Trx, { cityCode }: Context, id: string, at: string): Promise<void> {
  await sql`
    update hejie.export set touched_at = ${at}::timestamptz
    where city_code = ${cityCode} and id = ${id}::uuid and status = 'making'`.execute(trx);
}
