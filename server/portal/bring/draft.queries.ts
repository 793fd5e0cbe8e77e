import { sql } from 'kysely';
import type { Trx } from '#server/database/transaction.ts';

export type UploadRow = { readonly id: string; readonly address: string; readonly sizeBytes: number };

export async function readDraft(
  trx: Trx,
  cityCode: string,
  id: Buffer,
  now: string,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from hejie.portal_draft
    where city_code = ${cityCode} and id = ${id}::bytea and expires_at > ${now}::timestamptz`.execute(trx);
  return rows[0]?.sealed;
}

export async function writeDraft(
  trx: Trx,
  cityCode: string,
  draft: { readonly id: Buffer; readonly sealed: Buffer; readonly expiresAt: string },
): Promise<void> {
  const { id, sealed, expiresAt } = draft;
  await sql`
    insert into hejie.portal_draft (city_code, id, sealed, expires_at)
    values (${cityCode}, ${id}::bytea, ${sealed}::bytea, ${expiresAt}::timestamptz)
    on conflict (city_code, id) do update set sealed = excluded.sealed, expires_at = excluded.expires_at`.execute(
    trx,
  );
}

export async function insertUpload(
  trx: Trx,
  cityCode: string,
  draftId: Buffer,
  { id, address, sizeBytes }: UploadRow,
): Promise<void> {
  await sql`
    insert into hejie.portal_upload (city_code, draft_id, id, address, size_bytes)
    values (${cityCode}, ${draftId}::bytea, ${id}::uuid, ${address}, ${sizeBytes}::int)`.execute(trx);
}

export async function uploadsOf(trx: Trx, cityCode: string, draftId: Buffer): Promise<UploadRow[]> {
  const { rows } = await sql<UploadRow>`
    select id, address, size_bytes as "sizeBytes" from hejie.portal_upload
    where city_code = ${cityCode} and draft_id = ${draftId}::bytea order by id`.execute(trx);
  return rows;
}

/** How much room all files take that are not yet papers. */
export async function bytesWaiting(trx: Trx, cityCode: string): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`
    select coalesce(sum(size_bytes), 0)::bigint as bytes from hejie.portal_upload
    where city_code = ${cityCode}`.execute(trx);
  return Number(rows[0]?.bytes ?? 0);
}

export async function deleteUploads(
  trx: Trx,
  cityCode: string,
  draftId: Buffer,
  ids: readonly string[],
): Promise<void> {
  await sql`
    delete from hejie.portal_upload
    where city_code = ${cityCode} and draft_id = ${draftId}::bytea and id = any(${ids}::uuid[])`.execute(trx);
}

export async function deleteDraft(trx: Trx, cityCode: string, id: Buffer): Promise<void> {
  await sql`
    delete from hejie.portal_upload where city_code = ${cityCode} and draft_id = ${id}::bytea`.execute(trx);
  await sql`delete from hejie.portal_draft where city_code = ${cityCode} and id = ${id}::bytea`.execute(trx);
}

/** Drafts whose time is up, oldest first. Locked, so that of two who clear up each has its own. */
export async function expiredDrafts(
  trx: Trx,
  cityCode: string,
  now: string,
  atMost: number,
): Promise<Buffer[]> {
  const { rows } = await sql<{ id: Buffer }>`
    select id from hejie.portal_draft
    where city_code = ${cityCode} and expires_at <= ${now}::timestamptz
    order by expires_at limit ${atMost}::int for update skip locked`.execute(trx);
  return rows.map(({ id }) => id);
}
