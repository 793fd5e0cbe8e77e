import { Temporal } from 'temporal-polyfill';
import type { Language } from '#contract/language/language.ts';
import type {
  LevelChange,
  LevelCounts,
  TryLevelsAnswer,
  TryLevelsBody,
} from '#contract/levels/level-rules.ts';
import { highestLevel, segmentsOf } from '#domain/levels/history.ts';
import type { LevelTable } from '#domain/levels/levels.ts';
import type { Level } from '#domain/levels/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import { unitName } from '#server/app/directory.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { refuseFaultyRules, refuseUnlessOfCity } from './rules-refused.ts';
import { countHistory, levelHistory, type TriedMatter } from './try-levels.queries.ts';

const quarterInDays = 90;
/** So many matters with all their events are told and reckoned in a fraction of a second. */
const mattersAtOnce = 200;

/**
 * One part of a trial of rules on the past quarter: the highest colour that each matter had under the rules in force, and
 * would have had under these. Nothing is kept; whoever asks adds the parts up.
 */
export async function tryLevels(
  services: Services,
  actor: Actor,
  body: TryLevelsBody,
  language: Language,
): Promise<TryLevelsAnswer> {
  refuseUnlessOfCity(services, actor);
  refuseFaultyRules(body.rows, language);
  const { zone } = services.pack.city;
  const today = todayOf(services);
  const since = Temporal.PlainDate.from(today).subtract({ days: quarterInDays });
  const scope = {
    cityCode: actor.cityCode,
    zone,
    since: since.toZonedDateTime(zone).toInstant().toString(),
  };
  const before = readCursor(body.cursor);
  const { matters, total } = await inTransaction(services, actor, async (trx) => ({
    matters: await levelHistory(trx, scope, before?.id ?? null, mattersAtOnce),
    total: before?.total ?? (await countHistory(trx, scope)),
  }));
  const done = (before?.done ?? 0) + matters.length;
  const last = matters.at(-1);
  const isOver = matters.length < mattersAtOnce || last === undefined;
  const tried = matters.flatMap((matter) => {
    const segments = segmentsOf(matter.events ?? [], matter.partyCount);
    const highest = (table: LevelTable) => highestLevel(table, segments, since.toString(), today);
    const from = highest(services.levels.inForceOn(today));
    const to = highest(body);
    return from === undefined || to === undefined ? [] : [{ matter, from, to }];
  });
  const changed = tried.filter(({ from, to }) => from !== to);
  return {
    since: since.toString(),
    done,
    // Some may have come in meanwhile.
    total: isOver ? done : Math.max(total, done),
    cursor: isOver ? null : writeCursor({ done, total, id: last.id }),
    inForce: countsOf(tried.map(({ from }) => from)),
    draft: countsOf(tried.map(({ to }) => to)),
    changed: changed.length,
    changes: changed
      .filter(({ matter }) => !matter.isSealed)
      .map(({ matter, from, to }) => presentChange(services, matter, from, to, language)),
  };
}

function presentChange(
  { directory }: Services,
  { code, leadUnitId, isOpen }: TriedMatter,
  from: Level | null,
  to: Level | null,
  language: Language,
): LevelChange {
  const unit = directory.unit(leadUnitId);
  return { code, office: unit ? unitName(unit, language) : '—', isOpen, from, to };
}

function countsOf(found: readonly (Level | null)[]): LevelCounts {
  const counts: LevelCounts = { none: 0, blue: 0, yellow: 0, orange: 0, red: 0 };
  for (const level of found) counts[level ?? 'none'] += 1;
  return counts;
}

type Cursor = { readonly done: number; readonly total: number; readonly id: string };

function writeCursor({ done, total, id }: Cursor): string {
  return Buffer.from(`${done}|${total}|${id}`).toString('base64url');
}

const cursorForm = /^(\d{1,9})\|(\d{1,9})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const [, done, total, id] = cursorForm.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  if (id === undefined) refuse(400, 'invalid-input', { field: 'cursor' });
  return { done: Number(done), total: Number(total), id };
}
