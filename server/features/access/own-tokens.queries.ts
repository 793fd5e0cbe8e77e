import { sql } from 'kysely';
import type { Database } from '#server/database/connection.ts';
import type { Trx } from '#server/database/transaction.ts';

type Door = Database | Trx;

export type TokenRow = {
  readonly id: string;
  readonly label: string;
  readonly postingId: string | null;
  readonly scope: string[] | null;
  readonly isReadOnly: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
};

const columns = sql.raw(`id, label, posting_id as "postingId", scope, is_read_only as "isReadOnly",
  created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"`);

export const tokensAtMost = 50;

/** Somebody's tokens that still open something, the youngest first. */
export async function findOwnTokens(
  db: Door,
  cityCode: string,
  userId: string,
  now: string,
): Promise<TokenRow[]> {
  const { rows } = await sql<TokenRow>`
    select ${columns} from hejie.api_token
    where city_code = ${cityCode} and user_id = ${userId}::uuid and revoked_at is null
      and (expires_at is null or expires_at > ${now}::timestamptz)
    order by created_at desc, id limit ${tokensAtMost}::int`.execute(db);
  return rows;
}

export async function findOwnToken(
  db: Door,
  cityCode: string,
  userId: string,
  id: string,
): Promise<TokenRow | undefined> {
  const { rows } = await sql<TokenRow>`
    select ${columns} from hejie.api_token
    where city_code = ${cityCode} and user_id = ${userId}::uuid and id = ${id}::uuid`.execute(db);
  return rows[0];
}

export async function revokeOwnToken(
  trx: Trx,
  cityCode: string,
  userId: string,
  id: string,
  at: string,
): Promise<boolean> {
  const { rows } = await sql`
    update hejie.api_token set revoked_at = ${at}::timestamptz
    where city_code = ${cityCode} and user_id = ${userId}::uuid and id = ${id}::uuid and revoked_at is null
    returning id`.execute(trx);
  return rows.length > 0;
}

export type TokenKey = { readonly userId: string; readonly key: string; readonly bodyHash: Buffer };

/** Claims the key of a request; of two at once the second waits here until the first is done or undone. */
export async function claimTokenKey(
  trx: Trx,
  cityCode: string,
  { userId, key, bodyHash }: TokenKey,
  id: string,
  at: string,
): Promise<boolean> {
  const { rows } = await sql`
    insert into hejie.idempotency (city_code, user_id, operation, key, body_hash, ids, recorded_at)
    values (${cityCode}, ${userId}::uuid, 'make-token', ${key}, ${bodyHash}::bytea,
      ${JSON.stringify({ id })}::jsonb, ${at}::timestamptz)
    on conflict do nothing returning key`.execute(trx);
  return rows.length > 0;
}

export async function tokenMadeUnder(
  trx: Trx,
  cityCode: string,
  { userId, key }: TokenKey,
): Promise<{ id: string; bodyHash: Buffer } | undefined> {
  const { rows } = await sql<{ id: string; bodyHash: Buffer }>`
    select ids ->> 'id' as id, body_hash as "bodyHash" from hejie.idempotency
    where city_code = ${cityCode} and user_id = ${userId}::uuid and operation = 'make-token' and key = ${key}`.execute(
    trx,
  );
  return rows[0];
}
