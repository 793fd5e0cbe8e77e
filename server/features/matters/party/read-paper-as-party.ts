import { buffer } from 'node:stream/consumers';
import { seesPaper } from '#domain/matters/seat-view.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { logOpening } from '#server/features/audit/public.ts';
import { findPaper } from '../papers/add-paper.queries.ts';
import type { ReceivedFile } from '../papers/received-file.ts';
import { openMatterSeal, type SealedPaper } from '../sealing.ts';
import type { PartyAtMatter } from './open-by-code.ts';
import { viewerOf } from './present-to-party.ts';
import { paperSeen } from './read-as-party.queries.ts';

/** A paper for a party: their own, or one meant for their seat. On record like every opening. */
export async function readPaperAsParty(
  services: Services,
  party: PartyAtMatter,
  paperId: string,
): Promise<ReceivedFile> {
  const { matterId } = party;
  const found = await inTransaction(services, party, async (trx) => {
    const seen = await paperSeen(trx, party, paperId);
    if (seen === undefined || !seesPaper(viewerOf(party, seen.applicants), seen)) refuse(404, 'not-found');
    const paper = await findPaper(trx, party, matterId, paperId);
    if (paper === undefined || paper.wrappedKey === null) refuse(404, 'not-found');
    await logOpening(services, trx, party, { what: 'paper', matterId, data: { paperId } });
    return { ...paper, wrappedKey: paper.wrappedKey };
  });
  const seal = openMatterSeal(services.keys, matterId, found.leadUnitId, found.wrappedKey);
  const sealed = await buffer(await services.files.get(found.address));
  return {
    name: seal.open<SealedPaper>('paper', paperId, found.sealed).name,
    mediaType: found.mediaType,
    content: services.keys.open(seal.key, sealed, `file/${matterId}/${paperId}`),
  };
}
