import type { ImportView, LookAnswer } from '#contract/imports/imports.ts';
import { refusedSentence } from '#contract/imports/refused-row.ts';
import type { Language } from '#contract/language/language.ts';
import { suggestColumns } from '#domain/imports/known-headings.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { fullMap } from '../full-map.ts';
import { presentImport } from '../import.presenter.ts';
import { findChoices, findImport, importsOfUnit } from '../imports.queries.ts';
import { UnreadableLedger } from '../ledger.ts';
import { openLedger } from '../open-ledger.ts';
import { placesOf, rowReader } from '../row-reader.ts';
import { openChoices, openSealedLedger } from '../sealed-parts.ts';

const listedAtMost = 50;
const rowsShown = 20;
const cellShown = 200;

export async function listImports(
  services: Services,
  actor: Actor,
  language: Language,
): Promise<ImportView[]> {
  const rows = await inTransaction(services, actor, (trx) => importsOfUnit(trx, actor, listedAtMost));
  return rows.map((row) => presentImport(services, row, language));
}

export async function readImport(
  services: Services,
  actor: Actor,
  id: string,
  language: Language,
): Promise<ImportView> {
  const row = await inTransaction(services, actor, (trx) => findImport(trx, actor, id));
  if (row === undefined) refuse(404, 'not-found');
  return presentImport(services, row, language);
}

/** The first rows of a ledger: what was typed in each cell, and what is understood by it. */
export async function lookAtLedger(
  services: Services,
  actor: Actor,
  id: string,
  wish: { readonly sheet?: string | undefined },
  language: Language,
): Promise<LookAnswer> {
  const { row, choices } = await inTransaction(services, actor, async (trx) => ({
    row: await findImport(trx, actor, id),
    choices: await findChoices(trx, actor, actor.unitId),
  }));
  if (row === undefined) refuse(404, 'not-found');
  const { wrappedKey, address } = row;
  if (wrappedKey === null || address === null) refuse(410, 'import-gone');
  const sheet = wish.sheet ?? row.map?.sheet;
  const named = Object.values(row.map?.columns ?? {});
  const bytes = openSealedLedger(services, row, { wrappedKey, address });
  const ledger = await openLedger(bytes, { sheet, named }).catch((failure: unknown) => {
    if (!(failure instanceof UnreadableLedger)) throw failure;
    refuse(422, failure.fault === 'no-header' ? 'ledger-no-header' : 'ledger-unreadable', { field: 'sheet' });
  });
  const { header } = ledger;
  const columns = row.map?.columns ?? suggestColumns(header.headings);
  const map = fullMap(
    services,
    row.unitId,
    { ...drawn, ...row.map, columns },
    openChoices(services, row.unitId, choices?.sealed),
  );
  const read = rowReader(services, map, placesOf(map, ledger).places, ledger);
  const rows: LookAnswer['rows'] = [];
  for await (const tableRow of ledger.rows()) {
    const { result, understood } = read(tableRow);
    const isRefused = typeof result === 'object' && 'reasons' in result;
    rows.push({
      row: tableRow.row,
      cells: ('cells' in tableRow ? tableRow.cells : []).map((cell) => cell.slice(0, cellShown)),
      understood: understood().map((one) => ({
        ...one,
        typed: one.typed.slice(0, cellShown),
        read: one.read.slice(0, cellShown),
      })),
      fault: isRefused ? refusedSentence(result.reasons, language) : null,
    });
    if (rows.length === rowsShown) break;
  }
  const { sheets, sheet: found } = ledger;
  return {
    sheets: [...sheets],
    sheet: found,
    title: header.title.slice(0, cellShown),
    year: header.year,
    headings: [...header.headings],
    columns: { ...columns },
    rows,
  };
}

/** Until somebody draws the map. */
const drawn = { source: 'ledger', channel: 'window', kind: '99' } as const;
