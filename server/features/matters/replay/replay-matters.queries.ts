import { sql } from 'kysely';
import type { StoredMatter } from '#domain/roadmap/compare-replay.ts';
import type { ReplayedEvent } from '#domain/roadmap/replay.ts';
import type { Trx } from '#server/database/transaction.ts';

/** What is stored of a matter's days, and its events as far as they tell of them. */
export type KeptMatter = StoredMatter & { readonly code: string; readonly events: readonly ReplayedEvent[] };

const columns =
  sql.raw(`r.id, r.code, r.version, r.status, r.due_on as "dueOn", r.due_from as "dueFrom", r.clocks, r.runs,
  r.events`);

/** The next matters by key; the function in the database answers a program only. */
export async function nextMatters(
  trx: Trx,
  cityCode: string,
  after: string | null,
  atMost: number,
): Promise<KeptMatter[]> {
  const { rows } = await sql<KeptMatter>`
    select ${columns} from hejie.replayed_matters(${cityCode}, ${after}::uuid, ${atMost}::int) r`.execute(
    trx,
  );
  return rows;
}

export async function matterOfCode(
  trx: Trx,
  cityCode: string,
  code: string,
): Promise<KeptMatter | undefined> {
  const { rows } = await sql<KeptMatter>`
    select ${columns} from hejie.replayed_matter(${cityCode}, ${code}) r`.execute(trx);
  return rows[0];
}

export async function countMatters(trx: Trx, cityCode: string, after: string | null): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select hejie.replayed_count(${cityCode}, ${after}::uuid) as total`.execute(trx);
  return rows[0]?.total ?? 0;
}
