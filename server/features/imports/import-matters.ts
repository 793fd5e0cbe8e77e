import type { ImportMap } from '#contract/imports/import-map.ts';
import type { Services } from '#server/app/services.ts';
import { createBreath } from './breathe.ts';
import type { ReadyRow, RefusedRow, Target } from './imported-rows.ts';
import { type Ledger, type LedgerFault, UnreadableLedger } from './ledger.ts';
import { bytesOfFile } from './ledger-bytes.ts';
import { createOneAhead } from './one-ahead.ts';
import { openLedger } from './open-ledger.ts';
import { registerLive } from './register-live.ts';
import { placesOf, rowReader } from './row-reader.ts';
import { writeHistory } from './write-history.ts';

export type ImportCounts = { imported: number; unchanged: number; refused: number };

export type ImportOrder = {
  readonly file: string;
  readonly map: ImportMap;
  /** New matters of today instead of closed history. */
  readonly isLive: boolean;
  readonly onRefused: (row: RefusedRow) => void;
  readonly onProgress: (share: number, counts: ImportCounts) => void;
};

export const batchSize = 400;

/**
 * Brings a table in, row by row, in batches of a transaction each: interrupted anywhere, the next run goes on where
 * it stopped, because the source's number is the key of a row.
 */
export async function importMatters(services: Services, order: ImportOrder): Promise<ImportCounts> {
  const { map, file, onRefused, onProgress } = order;
  const ledger = await openNamed(file, map);
  const { places, missing } = placesOf(map, ledger);
  if (missing[0] !== undefined) {
    await ledger.close();
    throw new Error(`The file ${file} has no column “${missing[0]}”; ${columnsOf(ledger, map)}.`);
  }
  const read = rowReader(services, map, places, ledger);
  const target: Target = order.isLive ? await registerLive(services, map) : writeHistory(services, map);
  const counts: ImportCounts = { imported: 0, unchanged: 0, refused: 0 };
  const refuse = (row: RefusedRow): void => {
    counts.refused += 1;
    onRefused(row);
  };

  const bringIn = async (batch: readonly ReadyRow[]): Promise<void> => {
    const done = batch.length === 0 ? { imported: 0, unchanged: 0, refused: [] } : await target(batch);
    counts.imported += done.imported;
    counts.unchanged += done.unchanged;
    for (const row of done.refused) refuse(row);
    onProgress(ledger.shareRead(), { ...counts });
  };
  const ahead = createOneAhead();
  const breathe = createBreath();
  let batch: ReadyRow[] = [];
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = [];
    await ahead.begin(() => bringIn(full));
  };
  for await (const row of ledger.rows()) {
    const { result } = read(row);
    if (result === 'repeated') counts.unchanged += 1;
    else if ('reasons' in result) refuse(result);
    else batch.push(result);
    if (batch.length === batchSize) await flush();
    await breathe();
  }
  await flush();
  await ahead.end();
  return counts;
}

async function openNamed(file: string, map: ImportMap): Promise<Ledger> {
  try {
    const { encoding, sheet } = map;
    return await openLedger(await bytesOfFile(file), { encoding, sheet, named: Object.values(map.columns) });
  } catch (failure) {
    if (!(failure instanceof UnreadableLedger)) throw failure;
    throw new Error(`The file ${file} ${sentences[failure.fault](map)}.`);
  }
}

const sentences: Readonly<Record<LedgerFault, (map: ImportMap) => string>> = {
  'no-header': () => 'has no header row',
  'no-such-sheet': ({ sheet }) => `has no sheet “${sheet}”`,
  'workbook-unreadable': () =>
    'is no workbook that can be read; save it as XLSX without a password, or as CSV',
  'encoding-unknown': ({ encoding }) =>
    `is ${encoding === undefined ? 'neither UTF-8 nor GB18030' : `not ${encoding.toUpperCase()}`}; save it as “CSV UTF-8”`,
};

/** A first row in which nothing is known may be somebody's matter rather than headings: it is not repeated here. */
function columnsOf({ header: { headings } }: Ledger, map: ImportMap): string {
  const isKnown = Object.values(map.columns).some((heading) => headings.includes(String(heading).trim()));
  if (!isKnown) return `none of the ${headings.length} in its first row is one that the map names`;
  return `its columns are: ${headings
    .slice(0, 30)
    .map((one) => one.slice(0, 40))
    .join(', ')}`;
}
