import type { AskExportBody, ExportFilter, ExportSizeAnswer, ExportView } from '#contract/exports/exports.ts';
import { answeredWithinHours } from '#domain/exports/export-times.ts';
import {
  countedTogetherInHours,
  isLarge,
  rowsAlone,
  rowsAtMost,
  rowsOfAnyExport,
  underWayAtMost,
} from '#domain/exports/large-export.ts';
import { isPersonal } from '#domain/exports/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { countList } from '#server/features/matters/public.ts';
import { type Making, once } from '#server/features/organisations/public.ts';
import { presentExport } from '../export.presenter.ts';
import { findExport, insertExport, type Taken, takenBy } from '../exports.queries.ts';
import { sealWords } from '../sealed-words.ts';

/**
 * 导出列表: somebody wants a filtered queue of theirs as a file. A small one is made at once; a large one waits for a
 * second person. Nothing is read here but how many rows there are.
 */
export function askExport(
  services: Services,
  actor: Actor,
  body: AskExportBody,
  making: Making,
): Promise<ExportView> {
  const { contents, format, filter } = body;
  const purpose = body.purpose?.trim() ?? '';
  if (isPersonal(contents) && purpose === '') refuse(422, 'export-purpose-missing', { field: 'purpose' });
  return inTransaction(services, actor, async (trx) => {
    const { id, isRepeated } = await once(services, trx, actor, 'ask-export', body, making);
    if (!isRepeated) {
      const taken = await takenLately(services, trx, actor);
      refuseTooMany(taken);
      const rows = await countList(services, trx, actor, filter, rowsOfAnyExport + 1);
      if (rows === 0) refuse(422, 'export-empty');
      if (rows > rowsOfAnyExport) refuseTooLarge();
      const size = { contents, rows, rowsBefore: isPersonal(contents) ? taken.personal : taken.rows };
      const needsSecond = isLarge(size);
      const now = services.clock.now();
      await insertExport(trx, actor, {
        id,
        format,
        contents,
        language: making.language,
        matterId: null,
        filter: filterKept(filter),
        purposeSealed: purpose === '' ? null : sealWords(services, id, 'purpose', purpose),
        needsSecond,
        upperUnitId: upperUnitOf(services, actor),
        rowsCounted: rows,
        rowsAtMost: rowsAtMost(size),
        at: now.toString(),
        holdsUntil: needsSecond ? now.add({ hours: answeredWithinHours }).toString() : null,
      });
      if (!needsSecond) await startMaking(services, trx, actor, id);
    }
    return present(services, trx, actor, id, making);
  });
}

/** How much it would be, and how much the asker may still take alone. */
export function readExportSize(
  services: Services,
  actor: Actor,
  filter: ExportFilter,
): Promise<ExportSizeAnswer> {
  return inTransaction(services, actor, async (trx) => {
    const taken = await takenLately(services, trx, actor);
    return {
      rows: await countList(services, trx, actor, filter, rowsOfAnyExport + 1),
      rowsOfAnyExport,
      rowsAlone: {
        facts: rowsAlone({ contents: 'facts', rowsBefore: taken.rows }),
        personal: rowsAlone({ contents: 'parties', rowsBefore: taken.personal }),
      },
    };
  });
}

export function takenLately(services: Services, trx: Trx, actor: Actor): Promise<Taken> {
  return takenBy(trx, actor, services.clock.now().subtract({ hours: countedTogetherInHours }).toString());
}

export function refuseTooMany({ underWay }: Taken): void {
  if (underWay >= underWayAtMost) refuse(409, 'too-many-exports', { params: { most: underWayAtMost } });
}

function refuseTooLarge(): never {
  refuse(422, 'export-too-large', { params: { rows: rowsOfAnyExport, most: rowsOfAnyExport } });
}

export function startMaking(services: Services, trx: Trx, actor: Actor, id: string): Promise<void> {
  const payload = { cityCode: actor.cityCode, exportId: id };
  return services.jobs.enqueue(trx, { name: 'make-export', payload });
}

export async function present(
  services: Services,
  trx: Trx,
  actor: Actor,
  id: string,
  { language }: Making,
): Promise<ExportView> {
  const row = await findExport(trx, actor, id);
  if (row === undefined) refuse(404, 'not-found');
  return presentExport(services, actor, row, language);
}

/** The office above: for a department its centre, for a centre that of the region above. */
export function upperUnitOf({ directory }: Pick<Services, 'directory'>, actor: Actor): string | null {
  const centre = directory.centreIdOf(actor.unitId) ?? null;
  if (centre === null) return null;
  return centre === actor.unitId ? directory.upperCentreId(centre) : centre;
}

/** Only what the schema knows, in one order: a row holds no word that somebody typed. */
function filterKept({ queue, status, kind, due }: ExportFilter): ExportFilter {
  return { queue, ...(status && { status }), ...(kind && { kind }), ...(due && { due }) };
}
