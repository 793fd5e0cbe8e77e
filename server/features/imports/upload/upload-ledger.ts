import type { FastifyRequest } from 'fastify';
import type { ImportView } from '#contract/imports/imports.ts';
import { ledgerBytesAtMost } from '#domain/imports/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { httpProblem, refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { fieldReason } from '#server/app/validation.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { lookForViruses } from '#server/features/matters/public.ts';
import { type Making, once } from '#server/features/organisations/public.ts';
import { presentImport } from '../import.presenter.ts';
import { findImport, insertImport } from '../imports.queries.ts';
import { UnreadableLedger } from '../ledger.ts';
import { bytesOfBuffer, digestOf } from '../ledger-bytes.ts';
import { openLedger } from '../open-ledger.ts';
import { sealLedger, sealName } from '../sealed-parts.ts';

export type ReceivedLedger = { readonly name: string; readonly content: Buffer };

/** Reads an upload whole within its bound: one file, clean. */
export async function receiveLedger(services: Services, request: FastifyRequest): Promise<ReceivedLedger> {
  if (!request.isMultipart())
    refuse(415, 'unsupported-media-type', { params: { expected: 'multipart/form-data' } });
  let received: ReceivedLedger | undefined;
  try {
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue;
      const name = part.filename.normalize('NFC').split(/[/\\]/).at(-1)?.trim() ?? '';
      received = { name: name.slice(0, 200), content: await part.toBuffer() };
    }
  } catch (thrown) {
    const { code = '' } = thrown as { code?: string };
    if (!/^FST_(REQ_FILE_TOO_LARGE|FILES_LIMIT|PARTS_LIMIT)$/.test(code)) throw thrown;
    const reason = code === 'FST_REQ_FILE_TOO_LARGE' ? 'file-too-big' : 'too-many-files';
    throw httpProblem(413, 'body-too-large', {
      errors: [
        {
          field: 'files',
          reason: fieldReason(reason, request.language, { most: ledgerBytesAtMost / 1024 / 1024 }),
        },
      ],
    });
  }
  if (received === undefined) {
    const reason = fieldReason('required', request.language);
    refuse(400, 'invalid-input', { errors: [{ field: 'files', reason }] });
  }
  await lookForViruses(services, request, received.content, 'files.0');
  return received;
}

class Repeated extends Error {
  readonly id: string;
  constructor(id: string) {
    super('repeated');
    this.id = id;
  }
}

/** 上传台账: kept sealed under a key of its own, once it is known that a table can be read from it. */
export async function uploadLedger(
  services: Services,
  actor: Actor,
  { name, content }: ReceivedLedger,
  making: Making,
): Promise<ImportView> {
  const bytes = bytesOfBuffer(name, content);
  const ledger = await openLedger(bytes, { named: [] }).catch((failure: unknown) => {
    if (!(failure instanceof UnreadableLedger)) throw failure;
    refuse(422, failure.fault === 'no-header' ? 'ledger-no-header' : 'ledger-unreadable', { field: 'files' });
  });
  await ledger.close();
  const sha256 = await digestOf(bytes);
  let id = making.id ?? services.newId();
  const { wrappedKey, sealed } = sealLedger(services, id, actor.unitId, bytes);
  try {
    await services.files.put(sealed, (address) =>
      inTransaction(services, actor, async (trx) => {
        const made = await once(services, trx, actor, 'upload-ledger', { name, sha256 }, { ...making, id });
        if (made.isRepeated) throw new Repeated(made.id);
        await insertImport(trx, actor, {
          id,
          nameSealed: sealName(services, id, name),
          sizeBytes: content.length,
          sha256,
          format: ledger.format,
          wrappedKey,
          address,
          at: services.clock.now().toString(),
        });
      }),
    );
  } catch (thrown) {
    if (!(thrown instanceof Repeated)) throw thrown;
    id = thrown.id;
  }
  const row = await inTransaction(services, actor, (trx) => findImport(trx, actor, id));
  if (row === undefined) refuse(404, 'not-found');
  return presentImport(services, row, making.language);
}
