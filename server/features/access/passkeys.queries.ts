import { sql } from 'kysely';
import type { Database } from '#server/database/connection.ts';

export type PasskeyRow = { readonly id: string; readonly label: string; readonly createdAt: Date };

export const passkeysAtMost = 20;

export async function findPasskeys(db: Database, userId: string): Promise<PasskeyRow[]> {
  const { rows } = await sql<PasskeyRow>`
    select id, coalesce(name, '') as label, created_at as "createdAt" from sign_in.passkey
    where user_id = ${userId}::uuid order by created_at, id limit ${passkeysAtMost}::int`.execute(db);
  return rows;
}
