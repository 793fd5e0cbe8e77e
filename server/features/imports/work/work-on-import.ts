import { isPermitted } from '#domain/access/permissions.ts';
import { doubtsAtMost, type ImportStop } from '#domain/imports/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { isInForce } from '#server/features/access/public.ts';
import type { JobPayloads } from '#server/jobs/job-table.ts';
import { fullMap } from '../full-map.ts';
import type { ReadyRow, RefusedRow } from '../imported-rows.ts';
import { findChoices, type ImportRow } from '../imports.queries.ts';
import { openLedger, UnreadableLedger } from '../open-ledger.ts';
import { placesOf, rowReader } from '../row-reader.ts';
import {
  type CountedDoubt,
  openChoices,
  openSealedLedger,
  sealDoubts,
  sealRefused,
} from '../sealed-parts.ts';
import { knownNumbers } from '../write-history.queries.ts';
import { writeHistory } from '../write-history.ts';
import {
  beginWork,
  type Hold,
  holdWork,
  noteProgress,
  writeChecked,
  writeDone,
  writeStop,
} from './work.queries.ts';

/** Somebody else took it over; they go on with it. */
class TakenOver extends Error {}
class Stopped extends Error {
  readonly reason: ImportStop;
  constructor(reason: ImportStop) {
    super(reason);
    this.reason = reason;
  }
}

const batchSize = 200;
type Beside = (RefusedRow & { readonly is: 'refused' }) | { readonly is: 'repeated'; readonly row: number };

/**
 * Checks a ledger, or brings it in, in batches of a transaction each, which also says how far it is: killed at any moment it
 * goes on with the first row that is not dealt with, and none is lost, counted or brought in twice.
 */
export async function workOnImport(
  services: Services,
  { cityCode, importId }: JobPayloads['work-on-import'],
): Promise<void> {
  const program = { cityCode, role: 'program' } as const;
  const now = (): string => services.clock.now().toString();
  const begun = await inTransaction(services, program, (trx) => beginWork(trx, program, importId, now()));
  if (begun === undefined) return;
  try {
    await work(services, begun);
  } catch (thrown) {
    if (thrown instanceof TakenOver) return;
    const isUnreadable = thrown instanceof UnreadableLedger;
    if (!isUnreadable && !(thrown instanceof Stopped)) throw thrown;
    const reason = isUnreadable ? 'unreadable' : thrown.reason;
    await inTransaction(services, program, (trx) => writeStop(trx, program, importId, reason, now()));
  }
}

async function work(services: Services, row: ImportRow): Promise<void> {
  const { id, unitId, map: drawn, wrappedKey, address, status } = row;
  if (drawn === null || wrappedKey === null || address === null)
    throw new Error('an import without its file');
  const cityCode = services.pack.city.code;
  const context = { cityCode, role: 'program', unitId } as const;
  const hold: Hold = row;
  const choices = await inTransaction(services, context, (trx) => findChoices(trx, context, unitId));
  const map = fullMap(services, unitId, drawn, openChoices(services, unitId, choices?.sealed));
  const ledger = await openLedger(openSealedLedger(services, row, { wrappedKey, address }), {
    sheet: map.sheet,
    named: Object.values(map.columns),
  });
  const { places, missing } = placesOf(map, ledger);
  if (missing.length > 0) throw new UnreadableLedger('no-header');

  let beside: Beside[] = [];
  let readUpTo = 0;
  const note = async (
    trx: Trx,
    rows: readonly ReadyRow[],
    imported: number,
    isAll: boolean,
  ): Promise<void> => {
    const lastRow = await holdWork(trx, context, hold);
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
  const noteAlone = (rows: readonly ReadyRow[], imported: number): Promise<void> =>
    inTransaction(services, context, (trx) => note(trx, rows, imported, true));
  const write = status === 'running' ? writeHistory(services, map, note) : null;
  const flush = async (batch: readonly ReadyRow[]): Promise<void> => {
    if (batch.length === 0) await noteAlone([], 0);
    else if (write !== null) await write(batch);
    else {
      const numbers = batch.map(({ sourceNumber }) => sourceNumber);
      const known = await inTransaction(services, context, (trx) =>
        knownNumbers(trx, cityCode, map.source, numbers),
      );
      await noteAlone(batch, batch.length - known.size);
    }
    beside = [];
  };

  const read = rowReader(services, map, places, ledger);
  const doubts = new Map<string, CountedDoubt>();
  let batch: ReadyRow[] = [];
  for await (const tableRow of ledger.rows()) {
    const { result, doubts: found } = read(tableRow);
    for (const doubt of found) countDoubt(doubts, doubt);
    // Before it was cut short, it got as far as that; what was read there is only remembered.
    if (tableRow.row <= row.lastRow) continue;
    readUpTo = tableRow.row;
    if (result === 'repeated') beside.push({ is: 'repeated', row: tableRow.row });
    else if ('reasons' in result) beside.push({ ...result, is: 'refused' });
    else batch.push(result);
    if (batch.length + beside.length < batchSize) continue;
    await flush(batch);
    batch = [];
  }
  readUpTo = Math.max(readUpTo, row.lastRow);
  await flush(batch);
  await inTransaction(services, context, async (trx) => {
    if ((await holdWork(trx, context, hold)) === undefined) throw new TakenOver();
    const at = services.clock.now().toString();
    if (status === 'running') return writeDone(trx, context, id, at);
    const all = [...doubts.values()];
    return writeChecked(trx, context, id, all.length === 0 ? null : sealDoubts(services, id, all), at);
  });
}

function countDoubt(doubts: Map<string, CountedDoubt>, doubt: Omit<CountedDoubt, 'rows'>): void {
  const key = `${doubt.field}/${doubt.typed}`;
  const known = doubts.get(key);
  if (known !== undefined || doubts.size < doubtsAtMost)
    doubts.set(key, { ...doubt, rows: (known?.rows ?? 0) + 1 });
}

async function stopUnlessInForce(services: Services, trx: Trx, row: ImportRow): Promise<void> {
  const unitKind = services.directory.unit(row.unitId)?.kind ?? 'centre';
  const isTheirs =
    isPermitted('import-matters', { role: row.role, unitKind }) &&
    (await isInForce(trx, services.pack.city.code, row, todayOf(services)));
  if (!isTheirs) throw new Stopped('posting-ended');
}
