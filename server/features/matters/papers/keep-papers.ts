import type { PaperKind } from '#domain/matters/vocabulary.ts';
import type { Actor, PartyActor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import type { Trx } from '#server/database/transaction.ts';
import type { MatterSeal } from '../sealing.ts';
import { insertPapers, type Meant } from './add-paper.queries.ts';
import type { ReceivedFile } from './received-file.ts';

type Kept = {
  readonly matterId: string;
  readonly seal: MatterSeal;
  readonly kind: PaperKind;
  readonly files: readonly ReceivedFile[];
  readonly ids?: readonly string[];
  readonly meant: Meant;
};

/** Files are encrypted with the matter's key before they touch the disk; their rows go with the step. */
export async function keepPapers(
  services: Services,
  trx: Trx,
  actor: Actor | PartyActor,
  { matterId, seal, kind, files, ids = [], meant }: Kept,
): Promise<void> {
  const papers = [];
  for (const [index, file] of files.entries()) {
    const id = ids[index] ?? services.newId();
    const sealed = services.keys.seal(seal.key, file.content, `file/${matterId}/${id}`);
    const { address } = await services.files.put(sealed);
    papers.push({
      id,
      kind,
      mediaType: file.mediaType,
      sizeBytes: file.content.length,
      address,
      sealed: seal.seal('paper', id, { name: file.name }),
    });
  }
  await insertPapers(trx, actor, matterId, papers, services.clock.now().toString(), meant);
}
