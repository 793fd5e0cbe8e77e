import { buffer } from 'node:stream/consumers';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { MatterSeal, SealedPaper } from '../../sealing.ts';
import { joinPapers, type WholePaper } from './bring-along.queries.ts';

type Sealed = { readonly id: string; readonly seal: MatterSeal };

/** Papers of one matter stand in another, too: each file opened with the one key and sealed anew with the other. */
export async function bringPapers(
  services: Pick<Services, 'keys' | 'files'>,
  trx: Trx,
  cityCode: string,
  from: Sealed,
  into: Sealed,
  papers: readonly WholePaper[],
): Promise<void> {
  const sealedAnew: WholePaper[] = [];
  for (const paper of papers) {
    const stored = await buffer(await services.files.get(paper.address));
    const content = services.keys.open(from.seal.key, stored, `file/${from.id}/${paper.id}`);
    const sealed = services.keys.seal(into.seal.key, content, `file/${into.id}/${paper.id}`);
    const { address } = await services.files.put(sealed);
    const { name } = from.seal.open<SealedPaper>('paper', paper.id, paper.sealed);
    sealedAnew.push({ ...paper, address, sealed: into.seal.seal('paper', paper.id, { name }) });
  }
  if (sealedAnew.length > 0) await joinPapers(trx, cityCode, into.id, sealedAnew);
}
