import { buffer } from 'node:stream/consumers';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { logOpening } from '#server/features/audit/public.ts';
import { lookUnderOpening } from '../openings/read-outside.ts';
import { openMatterSeal, type SealedPaper } from '../sealing.ts';
import { findPaper } from './add-paper.queries.ts';
import type { ReceivedFile } from './received-file.ts';

/** Opens one paper of a file; on record like the file itself. */
export async function readPaper(
  services: Services,
  actor: Actor,
  matterId: string,
  paperId: string,
): Promise<ReceivedFile> {
  const paper = await inTransaction(services, actor, async (trx) => {
    const look = { what: 'paper', matterId, data: { paperId } } as const;
    const own = await findPaper(trx, actor, matterId, paperId);
    const opening = own === undefined ? await lookUnderOpening(services, trx, actor, look) : null;
    const found = opening === null ? own : await findPaper(trx, actor, matterId, paperId);
    if (found === undefined || found.wrappedKey === null) refuse(404, 'not-found');
    if (opening === null) await logOpening(services, trx, actor, look);
    return { ...found, wrappedKey: found.wrappedKey };
  });
  const seal = openMatterSeal(services.keys, matterId, paper.leadUnitId, paper.wrappedKey);
  const sealed = await buffer(await services.files.get(paper.address));
  return {
    name: seal.open<SealedPaper>('paper', paperId, paper.sealed).name,
    mediaType: paper.mediaType,
    content: services.keys.open(seal.key, sealed, `file/${matterId}/${paperId}`),
  };
}
