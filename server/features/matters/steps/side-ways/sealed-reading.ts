import { type Language, words } from '#contract/language/language.ts';
import type { PossibleReaders } from '#contract/matters/places.ts';
import type { Participation } from '#domain/access/participation.ts';
import type { Role } from '#domain/access/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import type { MatterRecord } from '../../matter-record.ts';
import { presentUnit } from '../../present/matter-present.ts';
import { colleaguesAt, postedAmong, readingNow, sealedAmong } from './sealed-reading.queries.ts';

/** Who at a unit reads the file; everybody at work there where it is not sealed. */
export type ReadersThere = { readonly unitId: string; readonly readers: readonly string[] | null };

/**
 * Who reads at the places where a step takes the matter. A unit keeps its readers from part to part; where a sealed
 * matter comes to another office, somebody there must have been named, or it is not handed over.
 */
export async function sealedReading<Opened extends Participation>(
  services: Services,
  trx: Trx,
  cityCode: string,
  {
    matter,
    opened,
    named,
    language,
  }: {
    readonly matter: MatterRecord;
    readonly opened: readonly Opened[];
    readonly named: readonly string[];
    readonly language: Language;
  },
): Promise<(Opened & { readonly readers: readonly string[] | null })[]> {
  if (matter.sealGround === null || opened.length === 0) {
    return opened.map((one) => ({ ...one, readers: null }));
  }
  const now = await readingNow(trx, cityCode, matter.id);
  const units = opened.map(({ unitId }) => unitId);
  const posted = await postedAmong(trx, cityCode, units, named, todayOf(services));
  return opened.map((one) => {
    if (one.part === 'origin') return { ...one, readers: [] };
    const kept = now.filter(({ unitId }) => unitId === one.unitId).flatMap(({ readers }) => readers ?? []);
    const added = posted.filter(({ unitId }) => unitId === one.unitId).map(({ userId }) => userId);
    const readers = [...new Set([...kept, ...added])];
    if (readers.length === 0) {
      const unit = presentUnit(services, one.unitId, language).name;
      refuse(422, 'readers-missing', { field: 'readerUserIds', params: { unit } });
    }
    return { ...one, readers };
  });
}

/** Without the sealed ones that the actor may not read: that they are like another says what they are about. */
export async function withoutSealed<One extends { readonly id: string; readonly takesPart: boolean }>(
  services: Services,
  actor: Actor,
  found: readonly One[],
): Promise<One[]> {
  const others = found.filter(({ takesPart }) => !takesPart).map(({ id }) => id);
  if (others.length === 0) return [...found];
  const hidden = await inTransaction(services, actor, (trx) => sealedAmong(trx, actor.cityCode, others));
  return found.filter(({ id }) => !hidden.has(id));
}

/** Who could read it: at the offices that take part, or at the one where it is to go. */
export async function listPossibleReaders(
  services: Services,
  actor: Actor,
  matterId: string,
  unitId: string | undefined,
  language: Language,
): Promise<PossibleReaders> {
  const { reading, people } = await inTransaction(services, actor, async (trx) => {
    const reading = await readingNow(trx, actor.cityCode, matterId);
    if (reading.length === 0) refuse(404, 'not-found');
    const units = unitId === undefined ? reading.map((one) => one.unitId) : [unitId];
    return { reading, people: await colleaguesAt(trx, actor.cityCode, units, todayOf(services)) };
  });
  const ids = unitId === undefined ? [...new Set(reading.map((one) => one.unitId))] : [unitId];
  return {
    units: ids.map((id) => ({
      unit: presentUnit(services, id, language),
      people: people
        .filter((one) => one.unitId === id)
        .map(({ userId, name, role, isAbsent }) => ({
          userId,
          name,
          roleLabel: words(language).roles[role as Role],
          isAbsent,
          isReader: reading.some((one) => one.unitId === id && one.readers?.includes(userId) === true),
        })),
    })),
  };
}
