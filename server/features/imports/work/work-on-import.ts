import { doubtsAtMost } from '#domain/imports/vocabulary.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import type { JobPayloads } from '#server/jobs/job-table.ts';
import { createBreath } from '../breathe.ts';
import { fullMap } from '../full-map.ts';
import type { ReadyRow } from '../imported-rows.ts';
import { findChoices, type ImportRow } from '../imports.queries.ts';
import { UnreadableLedger } from '../ledger.ts';
import { createOneAhead } from '../one-ahead.ts';
import { openLedger } from '../open-ledger.ts';
import { placesOf, rowReader } from '../row-reader.ts';
import { type CountedDoubt, openChoices, openSealedLedger, sealDoubts } from '../sealed-parts.ts';
import { type Batch, type Beside, batchDealer, Stopped, TakenOver } from './deal-with-batch.ts';
import { beginWork, holdWork, writeChecked, writeDone, writeStop } from './work.queries.ts';

const batchSize = 400;

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
  const choices = await inTransaction(services, context, (trx) => findChoices(trx, context, unitId));
  const map = fullMap(services, unitId, drawn, openChoices(services, unitId, choices?.sealed));
  const ledger = await openLedger(openSealedLedger(services, row, { wrappedKey, address }), {
    sheet: map.sheet,
    named: Object.values(map.columns),
  });
  const { places, missing } = placesOf(map, ledger);
  if (missing.length > 0) {
    await ledger.close();
    throw new UnreadableLedger('no-header');
  }

  const dealWith = batchDealer(services, row, map);
  const read = rowReader(services, map, places, ledger);
  const doubts = new Map<string, CountedDoubt>();
  const ahead = createOneAhead();
  const breathe = createBreath();
  let rows: ReadyRow[] = [];
  let beside: Beside[] = [];
  let readUpTo = row.lastRow;
  const flush = async (): Promise<void> => {
    const batch: Batch = { rows, beside, readUpTo };
    [rows, beside] = [[], []];
    await ahead.begin(() => dealWith(batch));
  };
  for await (const tableRow of ledger.rows()) {
    const { result, doubts: found } = read(tableRow);
    for (const doubt of found) countDoubt(doubts, doubt);
    await breathe();
    // Before it was cut short, it got as far as that; what was read there is only remembered.
    if (tableRow.row <= row.lastRow) continue;
    readUpTo = tableRow.row;
    if (result === 'repeated') beside.push({ is: 'repeated', row: tableRow.row });
    else if ('reasons' in result) beside.push({ ...result, is: 'refused' });
    else rows.push(result);
    if (rows.length + beside.length === batchSize) await flush();
  }
  await flush();
  await ahead.end();
  await inTransaction(services, context, async (trx) => {
    if ((await holdWork(trx, context, row)) === undefined) throw new TakenOver();
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
