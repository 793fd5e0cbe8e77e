import type { Temporal } from 'temporal-polyfill';
import type { TokenBounds } from '#domain/access/token-bounds.ts';
import type { Database } from '#server/database/connection.ts';
import type { Trx } from '#server/database/transaction.ts';

type Door = Database | Trx;

type TokenHolder = {
  tokenId: string;
  userId: string;
  lastUsedAt: Date | null;
  bounds: TokenBounds | null;
};

/** Whose token this is, while it is valid. */
export async function findTokenHolder(
  db: Database,
  cityCode: string,
  hash: Buffer,
  now: Temporal.Instant,
): Promise<TokenHolder | undefined> {
  const row = await db
    .selectFrom('hejie.api_token')
    .select(['id', 'user_id', 'last_used_at', 'scope', 'is_read_only', 'posting_id'])
    .where('city_code', '=', cityCode)
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where((all) =>
      all.or([all('expires_at', 'is', null), all('expires_at', '>', new Date(now.epochMilliseconds))]),
    )
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { scope, posting_id: postingId, is_read_only: isReadOnly } = row;
  const bounds = scope && postingId ? { scope, postingId, isReadOnly } : null;
  return { tokenId: row.id, userId: row.user_id, lastUsedAt: row.last_used_at, bounds };
}

export async function noteTokenUse(
  db: Database,
  cityCode: string,
  tokenId: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('hejie.api_token')
    .set({ last_used_at: now.toString() })
    .where('city_code', '=', cityCode)
    .where('id', '=', tokenId)
    .execute();
}

export type NewToken = {
  id: string;
  userId: string;
  label: string;
  hash: Buffer;
  now: Temporal.Instant;
  expiresAt: Temporal.Instant | null;
  bounds: TokenBounds | null;
};

export async function insertToken(db: Door, cityCode: string, token: NewToken): Promise<void> {
  await db
    .insertInto('hejie.api_token')
    .values({
      city_code: cityCode,
      id: token.id,
      user_id: token.userId,
      label: token.label,
      token_hash: token.hash,
      created_at: token.now.toString(),
      expires_at: token.expiresAt?.toString() ?? null,
      posting_id: token.bounds?.postingId ?? null,
      scope: token.bounds === null ? null : [...token.bounds.scope],
      is_read_only: token.bounds?.isReadOnly ?? false,
    })
    .execute();
}

/** Those of a person, or those that were made for one posting, when it ends. */
export async function revokeTokens(
  db: Door,
  cityCode: string,
  of: { readonly userId: string } | { readonly postingId: string },
  now: Temporal.Instant,
): Promise<void> {
  const [column, id] =
    'userId' in of ? (['user_id', of.userId] as const) : (['posting_id', of.postingId] as const);
  await db
    .updateTable('hejie.api_token')
    .set({ revoked_at: now.toString() })
    .where('city_code', '=', cityCode)
    .where(column, '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}
