import { Readable } from 'node:stream';
import type { ExportFormat } from '#domain/exports/vocabulary.ts';
import { openStream } from '#server/adapters/sealed-stream.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { logOpening } from '#server/features/audit/public.ts';
import { countFetch, findExport } from '../exports.queries.ts';
import { placeOfFile, placeOfKey } from '../file-key.ts';
import { fileNameOf } from '../file-name.ts';

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

export type FetchedExport = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly content: Readable;
};

/** Hands a file to whoever asked for it, under the office where they did; each time is on record, with its hash. */
export async function fetchExport(services: Services, actor: Actor, id: string): Promise<FetchedExport> {
  const row = await inTransaction(services, actor, async (trx) => {
    const found = await findExport(trx, actor, id);
    // Whoever decides may read what it is about, and not what is in it.
    if (found === undefined || found.userId !== actor.userId || found.unitId !== actor.unitId)
      refuse(404, 'not-found');
    const isOver =
      found.keptUntil !== null && found.keptUntil.getTime() <= services.clock.now().epochMilliseconds;
    if (found.status === 'gone' || isOver) refuse(410, 'export-gone');
    const { wrappedKey, address, sha256, sizeBytes } = found;
    if (found.status !== 'ready' || wrappedKey === null || address === null) refuse(409, 'export-not-ready');
    if (sha256 === null || sizeBytes === null) throw new Error('a file without a hash');
    await logOpening(services, trx, actor, {
      what: 'export-fetched',
      ...(found.matterId !== null && { matterId: found.matterId }),
      data: { exportId: id, sha256, rows: found.rowsDone, bytes: sizeBytes },
    });
    await countFetch(trx, actor, id);
    return { ...found, wrappedKey, address, sha256, sizeBytes };
  });
  const key = services.keys.unwrapMatterKey(row.wrappedKey, row.unitId, placeOfKey(id));
  return {
    name: fileNameOf(services, row),
    mediaType: mediaTypes[row.format],
    bytes: row.sizeBytes,
    sha256: row.sha256,
    content: Readable.from(openStream(services.keys, key, placeOfFile(id), services.files.get(row.address)), {
      objectMode: false,
    }),
  };
}
