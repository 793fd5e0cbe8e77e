import { sql } from 'kysely';
import type { Database } from '#server/database/connection.ts';
import type { Trx } from '#server/database/transaction.ts';

export type Wait = {
  readonly key: Buffer;
  readonly tries: number;
  readonly lastAt: Date;
  readonly until: Date;
};

const columns = sql.raw(`key, tries, last_at as "lastAt", until`);

/** The waits under these keys, made where there are none, locked in one order: of two tries at once the second sees the first. */
export async function lockWaits(trx: Trx, keys: readonly Buffer[], now: string): Promise<Wait[]> {
  await sql`
    insert into sign_in.wait (key, tries, last_at, until)
    select k, 0, ${now}::timestamptz, ${now}::timestamptz from unnest(${keys}::bytea[]) k order by k
    on conflict do nothing`.execute(trx);
  const { rows } = await sql<Wait>`
    select ${columns} from sign_in.wait where key = any(${keys}::bytea[]) order by key for update`.execute(
    trx,
  );
  return rows;
}

export async function writeWait(trx: Trx, { key, tries, lastAt, until }: Wait): Promise<void> {
  await sql`
    update sign_in.wait set tries = ${tries}, last_at = ${lastAt}, until = ${until} where key = ${key}::bytea`.execute(
    trx,
  );
}

/** Ends waits; answers whether anybody was kept waiting by one of them. */
export async function deleteWaits(trx: Trx, keys: readonly Buffer[], now: string): Promise<boolean> {
  const { rows } = await sql<{ isLocked: boolean }>`
    delete from sign_in.wait where key = any(${keys}::bytea[])
    returning until > ${now}::timestamptz as "isLocked"`.execute(trx);
  return rows.some(({ isLocked }) => isLocked);
}

/** One try less, for an address from which somebody got in. */
export async function easeWait(trx: Trx, key: Buffer): Promise<void> {
  await sql`update sign_in.wait set tries = greatest(tries - 1, 0) where key = ${key}::bytea`.execute(trx);
}

/** What nobody tried for so long counts no more; a few at a time, whenever somebody comes. */
export async function clearOldWaits(trx: Trx, before: string): Promise<void> {
  await sql`
    delete from sign_in.wait where key = any(array(
      select key from sign_in.wait where last_at < ${before}::timestamptz
      order by last_at limit 100 for update skip locked))`.execute(trx);
}

/** Until when each of these keys has to wait, where it still does. */
export async function findWaits(
  db: Database | Trx,
  keys: readonly Buffer[],
  now: string,
): Promise<{ key: Buffer; until: Date }[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ key: Buffer; until: Date }>`
    select key, until from sign_in.wait
    where key = any(${keys}::bytea[]) and until > ${now}::timestamptz`.execute(db);
  return rows;
}
