import { buffer } from 'node:stream/consumers';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import type { ReceivedFile } from '#server/features/matters/public.ts';
import { bytesWaiting, deleteUploads, insertUpload, uploadsOf } from './draft.queries.ts';
import { type DraftFile, draftKey, type OpenDraft, removeFile } from './draft.ts';

/** All that strangers may park here at one time: a flood fills this, not the disk. */
const waitingAtMostBytes = 2 * 1024 ** 3;

const boundTo = (id: string): string => `portal-upload/${id}`;
const asProgram = ({ pack }: Pick<Services, 'pack'>) =>
  ({ cityCode: pack.city.code, role: 'program' }) as const;

/** Whether there is room for so much more. */
export async function hasRoom(services: Services, bytes: number): Promise<boolean> {
  const waiting = await inTransaction(services, asProgram(services), (trx) =>
    bytesWaiting(trx, services.pack.city.code),
  );
  return waiting + bytes <= waitingAtMostBytes;
}

/** Keeps a file beside the draft, sealed like it. */
export async function keepUpload(
  services: Services,
  { token, id: draftId }: OpenDraft,
  { name, mediaType, content }: ReceivedFile,
): Promise<DraftFile> {
  const id = services.newId();
  const sealed = services.keys.seal(draftKey(services, token), content, boundTo(id));
  const { address, size } = await services.files.put(sealed);
  await inTransaction(services, asProgram(services), (trx) =>
    insertUpload(trx, services.pack.city.code, draftId, { id, address, sizeBytes: size }),
  );
  return { id, name, mediaType, sizeBytes: content.length };
}

export async function removeUploads(
  services: Services,
  { id: draftId }: OpenDraft,
  ids: readonly string[],
): Promise<void> {
  const cityCode = services.pack.city.code;
  await inTransaction(services, asProgram(services), async (trx) => {
    for (const { id, address } of await uploadsOf(trx, cityCode, draftId)) {
      if (ids.includes(id)) await removeFile(services, address);
    }
    await deleteUploads(trx, cityCode, draftId, ids);
  });
}

/** The files of a draft, opened, in the order in which they were given. */
export async function openUploads(
  services: Services,
  { token, id, draft }: OpenDraft,
): Promise<ReceivedFile[]> {
  const rows = await inTransaction(services, asProgram(services), (trx) =>
    uploadsOf(trx, services.pack.city.code, id),
  );
  const addresses = new Map(rows.map((row) => [row.id, row.address]));
  const opened: ReceivedFile[] = [];
  for (const file of draft.files) {
    const address = addresses.get(file.id);
    if (address === undefined) continue;
    const sealed = await buffer(services.files.get(address));
    const content = services.keys.open(draftKey(services, token), sealed, boundTo(file.id));
    opened.push({ name: file.name, mediaType: file.mediaType, content });
  }
  return opened;
}
