import { Readable } from 'node:stream';
import { refusedSentence } from '#contract/imports/refused-row.ts';
import { type Language, words } from '#contract/language/language.ts';
import { byteOrderMark, csvLine } from '#domain/exports/csv-line.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { findImport, refusedRows } from '../imports.queries.ts';
import { openRefused } from '../sealed-parts.ts';

const pageSize = 500;

/** The rows that were not brought in and why, as a table that a spreadsheet opens. */
export async function fetchRefusedRows(
  services: Services,
  actor: Actor,
  id: string,
  language: Language,
): Promise<{ name: string; content: Readable }> {
  const row = await inTransaction(services, actor, (trx) => findImport(trx, actor, id));
  if (row === undefined) refuse(404, 'not-found');
  const { importFaultColumns: headings } = words(language);
  async function* lines(): AsyncGenerator<string> {
    yield byteOrderMark + csvLine([headings.row, headings.line, headings.number, headings.reason]);
    for (let after = 0; ; ) {
      const from = after;
      const page = await inTransaction(services, actor, (trx) => refusedRows(trx, actor, id, from, pageSize));
      for (const { row: number, line, sealed } of page) {
        const refused = openRefused(services, id, number, sealed);
        yield csvLine([number, line, refused.number, refusedSentence(refused.reasons, language)]);
      }
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return;
      after = last.row;
    }
  }
  return { name: `${headings.name}-${id.slice(-6)}.csv`, content: Readable.from(lines()) };
}
