import type { ImportMap } from '#contract/imports/import-map.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import type { ImportStop } from '#domain/imports/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { isInForce } from '#server/features/access/public.ts';
import type { ReadyRow, RefusedRow } from '../imported-rows.ts';
import type { ImportRow } from '../imports.queries.ts';
import { sealRefused } from '../sealed-parts.ts';
import { knownNumbers } from '../write-history.queries.ts';
import { writeHistory } from '../write-history.ts';
import { holdWork, noteProgress } from './work.queries.ts';

/** Somebody else took it over; they go on with it. */
export class TakenOver extends Error {}
export class Stopped extends Error {
  readonly reason: ImportStop;
  constructor(reason: ImportStop) {
    super(reason);
    this.reason = reason;
  }
}

/** Rows to bring in, those beside them that are not, and how far the ledger was read with them. */
export type Batch = {
  readonly rows: readonly ReadyRow[];
  readonly beside: readonly Beside[];
  readonly readUpTo: number;
};
export type Beside =
  | (RefusedRow & { readonly is: 'refused' })
  | { readonly is: 'repeated'; readonly row: number };

/** Brings a batch in, or only counts what would be; in the same transaction it is noted how far the import is. */
export function batchDealer(
  services: Services,
  row: ImportRow,
  map: ImportMap,
): (batch: Batch) => Promise<void> {
  const { id, unitId, status } = row;
  const cityCode = services.pack.city.code;
  const context = { cityCode, role: 'program', unitId } as const;
  const note = async (
    trx: Trx,
    { beside, readUpTo }: Batch,
    rows: readonly ReadyRow[],
    imported: number,
    isAll: boolean,
  ): Promise<void> => {
    const lastRow = await holdWork(trx, context, row);
    if (lastRow === undefined) throw new TakenOver();
    await stopUnlessInForce(services, trx, row);
    const upTo = isAll ? readUpTo : (rows.at(-1)?.row ?? lastRow);
    const also = beside.filter((one) => one.row > lastRow && one.row <= upTo);
    const refused = also.flatMap((one) => (one.is === 'refused' ? [one] : []));
    await noteProgress(trx, context, id, {
      read: rows.length + also.length,
      imported,
      unchanged: rows.length - imported + also.length - refused.length,
      refused: refused.map((one) => ({
        row: one.row,
        line: one.line,
        sealed: sealRefused(services, id, one.row, { number: one.number, reasons: one.reasons }),
      })),
      lastRow: upTo,
      at: services.clock.now().toString(),
    });
  };
  return async (batch) => {
    const { rows } = batch;
    if (rows.length > 0 && status === 'running') {
      await writeHistory(services, map, (trx, ...noted) => note(trx, batch, ...noted))(rows);
      return;
    }
    await inTransaction(services, context, async (trx) => {
      const numbers = rows.map(({ sourceNumber }) => sourceNumber);
      const known = numbers.length === 0 ? new Set() : await knownNumbers(trx, cityCode, map.source, numbers);
      await note(trx, batch, rows, rows.length - known.size, true);
    });
  };
}

async function stopUnlessInForce(services: Services, trx: Trx, row: ImportRow): Promise<void> {
  const unitKind = services.directory.unit(row.unitId)?.kind ?? 'centre';
  const isTheirs =
    isPermitted('import-matters', { role: row.role, unitKind }) &&
    (await isInForce(trx, services.pack.city.code, row, todayOf(services)));
  if (!isTheirs) throw new Stopped('posting-ended');
}
