import type { AskFileExportBody, ExportView } from '#contract/exports/exports.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import type { Making } from '#server/features/organisations/public.ts';
import { once } from '#server/features/organisations/public.ts';
import { insertExport } from '../exports.queries.ts';
import { sealWords } from '../sealed-words.ts';
import { present, refuseTooMany, startMaking, takenLately, upperUnitOf } from './ask-export.ts';
import { codeOfOwn } from './ask-file-export.queries.ts';

/** 导出一件事项: its papers, what happened, and a list of hashes, for whoever takes part in it. */
export function askFileExport(
  services: Services,
  actor: Actor,
  matterId: string,
  body: AskFileExportBody,
  making: Making,
): Promise<ExportView> {
  const purpose = body.purpose.trim();
  return inTransaction(services, actor, async (trx) => {
    const request = { matterId, purpose };
    const { id, isRepeated } = await once(services, trx, actor, 'ask-file-export', request, making);
    if (!isRepeated) {
      // Whoever takes no part sees no row, and a sealed matter is none for whoever is not its reader.
      const code = await codeOfOwn(trx, actor, matterId);
      if (code === undefined) refuse(404, 'not-found');
      refuseTooMany(await takenLately(services, trx, actor));
      await insertExport(trx, actor, {
        id,
        format: 'zip',
        contents: 'file',
        language: making.language,
        matterId,
        filter: { code },
        purposeSealed: sealWords(services, id, 'purpose', purpose),
        needsSecond: false,
        upperUnitId: upperUnitOf(services, actor),
        rowsCounted: 1,
        rowsAtMost: 1,
        at: services.clock.now().toString(),
        holdsUntil: null,
      });
      await startMaking(services, trx, actor, id);
    }
    return present(services, trx, actor, id, making);
  });
}
