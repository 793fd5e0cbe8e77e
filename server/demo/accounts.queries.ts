import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

export type NewPosting = {
  readonly id: string;
  readonly userId: string;
  readonly unitId: string;
  readonly role: string;
  readonly fromDay: string;
};

export async function insertPostings(
  trx: Trx,
  cityCode: string,
  postings: readonly NewPosting[],
): Promise<void> {
  await sql`
    insert into hejie.posting (city_code, id, user_id, unit_id, role, from_day, version)
    select ${cityCode}, p.id, p.user_id, p.unit_id, p.role, p.from_day, 1
    from unnest(${postings.map((p) => p.id)}::uuid[], ${postings.map((p) => p.userId)}::uuid[],
      ${postings.map((p) => p.unitId)}::uuid[], ${postings.map((p) => p.role)}::text[],
      ${postings.map((p) => p.fromDay)}::date[]) as p (id, user_id, unit_id, role, from_day)
    on conflict do nothing`.execute(trx);
}
