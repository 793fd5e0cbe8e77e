import { randomBytes } from 'node:crypto';
import type { ImportMap } from '#contract/imports/import-map.ts';
import { makeMatterCode } from '#domain/matters/matter-code.ts';
import { legalDay } from '#domain/roadmap/legal-day.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { matterSeal, wrapFor } from '#server/features/matters/public.ts';
import { searchTerms } from '#server/features/search/public.ts';
import { createBreath } from './breathe.ts';
import type { ReadyRow, Target } from './imported-rows.ts';
import { type HistoryMatter, insertHistory, knownNumbers } from './write-history.queries.ts';

type DatabaseError = Error & { readonly code?: string; readonly constraint?: string };

/**
 * Told in the transaction that brings rows in, of which so many were new; a batch may be done in parts, in their order, of
 * which the last completes it.
 */
export type Note = (trx: Trx, rows: readonly ReadyRow[], imported: number, isAll: boolean) => Promise<void>;

/**
 * Brings rows in as closed history: their own times, the answer as an event of its time; no clocks, no messages, no
 * parties and so no secrets. What is known already stays as it is.
 */
export function writeHistory(services: Services, map: ImportMap, note: Note = async () => undefined): Target {
  const cityCode = services.pack.city.code;
  const unitId = unitIdOf(cityCode, map.region);
  const context = { cityCode, role: 'program', unitId } as const;
  const breathe = createBreath();

  async function write(rows: readonly ReadyRow[], isAll: boolean): Promise<number> {
    try {
      return await inTransaction(services, context, async (trx) => {
        const known = await knownNumbers(
          trx,
          cityCode,
          map.source,
          rows.map(({ sourceNumber }) => sourceNumber),
        );
        const fresh = rows.filter(({ sourceNumber }) => !known.has(sourceNumber));
        if (fresh.length > 0) {
          const matters: HistoryMatter[] = [];
          for (const row of fresh) {
            matters.push(historyOf(services, map, unitId, row));
            await breathe();
          }
          await insertHistory(
            trx,
            { cityCode, unitId, recordedAt: services.clock.now().toString() },
            matters,
          );
        }
        await note(trx, rows, fresh.length, isAll);
        return fresh.length;
      });
    } catch (thrown) {
      const { code, constraint = '' } = thrown as DatabaseError;
      if (code !== '23505') throw thrown;
      // Two codes in thirty-four thousand millions were the same; the next draw has others.
      if (!constraint.startsWith('matter_source_once')) return write(rows, isAll);
      // A number that this centre cannot see: another centre has it, or brings it in at this moment.
      if (rows.length === 1) {
        await inTransaction(services, context, (trx) => note(trx, rows, 0, isAll));
        return 0;
      }
      const half = Math.ceil(rows.length / 2);
      return (await write(rows.slice(0, half), false)) + (await write(rows.slice(half), isAll));
    }
  }
  return async (rows) => {
    const imported = await write(rows, true);
    return { imported, unchanged: rows.length - imported, refused: [] };
  };
}

function historyOf(
  { keys, newId, pack }: Services,
  map: ImportMap,
  unitId: string,
  row: ReadyRow,
): HistoryMatter {
  const id = newId();
  const { registeredAt, answer, subject, story } = row;
  const seal = matterSeal(keys, id, keys.newMatterKey());
  const { year } = legalDay(registeredAt, pack.city.zone);
  return {
    id,
    code: makeMatterCode({ year, random: randomBytes(8) }),
    version: answer === null ? 1 : 2,
    channel: map.channel,
    kind: row.kind,
    regionCode: row.regionCode,
    subject,
    story,
    registeredAt: registeredAt.toString(),
    endedAt: row.endedAt.toString(),
    source: map.source,
    sourceNumber: row.sourceNumber,
    wrappedKey: wrapFor(keys, id, unitId, seal.key),
    terms: searchTerms(`${subject}\n${story}`),
    participationIds: [newId(), newId()],
    imported: {
      id: newId(),
      data: { channel: map.channel, kind: row.kind, regionCode: row.regionCode, source: map.source },
    },
    answer:
      answer === null
        ? null
        : {
            id: newId(),
            occurredAt: answer.at.toString(),
            sealed: seal.seal('event', 2, { text: answer.text }),
          },
  };
}
