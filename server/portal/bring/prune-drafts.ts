import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { deleteDraft, expiredDrafts, uploadsOf } from './draft.queries.ts';
import { removeFile } from './draft.ts';

/** Takes away drafts that nobody finished, with their files; answers how many. */
export function pruneDrafts(services: Services, atMost: number): Promise<number> {
  const cityCode = services.pack.city.code;
  return inTransaction(services, { cityCode, role: 'program' }, async (trx) => {
    const ids = await expiredDrafts(trx, cityCode, services.clock.now().toString(), atMost);
    for (const id of ids) {
      for (const { address } of await uploadsOf(trx, cityCode, id)) await removeFile(services, address);
      await deleteDraft(trx, cityCode, id);
    }
    return ids.length;
  });
}

const atOnce = 200;

/** All of them, in bites. */
export async function pruneAllDrafts(services: Services): Promise<void> {
  while ((await pruneDrafts(services, atOnce)) === atOnce);
}
