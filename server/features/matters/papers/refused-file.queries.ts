import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

export type RefusedFile = {
  readonly id: string;
  readonly at: string;
  /** The pattern of the address at which it was handed in. */
  readonly door: string;
  readonly signature: string;
  readonly sizeBytes: number;
  /** Who of the staff; nobody is named where the public hands in. */
  readonly userId: string | null;
};

export async function insertRefusedFile(trx: Trx, cityCode: string, file: RefusedFile): Promise<void> {
  await sql`
    insert into hejie.refused_file (city_code, id, at, door, signature, size_bytes, user_id)
    values (${cityCode}, ${file.id}::uuid, ${file.at}::timestamptz, ${file.door}, ${file.signature},
      ${file.sizeBytes}, ${file.userId}::uuid)`.execute(trx);
}
