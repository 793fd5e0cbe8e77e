import { isOpen } from '#domain/matters/vocabulary.ts';
import { dueFirst } from '#domain/roadmap/due-first.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { tellOfEvent } from '#server/features/messages/public.ts';
import { tellColleagues } from '#server/features/notices/public.ts';
import { owedClocks, ownClocks } from '../clocks/clock-row.ts';
import { raisedSince } from '../clocks/level-after.ts';
import { readLevel } from '../clocks/read-level.ts';
import { dueOf } from '../clocks/start-clock.ts';
import { changedFacts } from '../steps/after-step.ts';
import { happeningOf } from './happening-of.ts';
import { type PassingMatter, passingMatters } from './passing-matters.queries.ts';
import {
  type CountedRow,
  countedClocks,
  lockForRecount,
  provisionalMatters,
  writeRecount,
} from './recount-clocks.queries.ts';

const mattersAtOnce = 500;

/**
 * A limit that runs into a year whose holidays were not published has a provisional day. Once they are, it is reckoned
 * again, as an event of its matter; where that has been done nothing is left to do.
 */
export async function recountClocks(
  services: Services,
  { cityCode }: { readonly cityCode: string },
): Promise<void> {
  const context = { cityCode, role: 'program' } as const;
  let after: string | null = null;
  let ids: readonly string[];
  do {
    const last = after;
    ids = await inTransaction(services, context, (trx) =>
      provisionalMatters(trx, cityCode, last, mattersAtOnce),
    );
    for (const id of ids)
      await inTransaction(services, context, (trx) => recount(services, trx, cityCode, id));
    after = ids.at(-1) ?? null;
  } while (ids.length === mattersAtOnce);
  services.remembered.forget();
}

async function recount(services: Services, trx: Trx, cityCode: string, matterId: string): Promise<void> {
  await lockForRecount(trx, cityCode, matterId);
  const [before] = await passingMatters(trx, cityCode, [matterId]);
  const clocks = await countedClocks(trx, cityCode, matterId);
  const today = todayOf(services);
  const changed = clocks
    .filter(({ isProvisional }) => isProvisional)
    .map((clock) => ({ ...clock, ...dueOf(services, clock, today), dueBefore: clock.dueOn }))
    .filter(({ dueOn, dueBefore, isProvisional }) => dueOn !== dueBefore || !isProvisional);
  if (before === undefined || changed.length === 0) return;

  const running = clocks.map((clock) => changed.find(({ id }) => id === clock.id) ?? clock);
  const after = standing(services, before, running, today);
  const [moved] = ownClocks(changed)
    .filter(({ dueOn, dueBefore }) => dueOn !== dueBefore)
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  const data = {
    changed: changedFacts(changed),
    ...(moved && { dueBefore: moved.dueBefore, dueAfter: moved.dueOn }),
    ...(after.dueOn !== before.dueOn && { dueOn: after.dueOn }),
  };
  const at = services.clock.now().toString();
  const event = { id: services.newId(), at, data };
  await writeRecount(trx, cityCode, { matterId, ...after, changed, event });
  // A day that is merely certain now is no news.
  if (moved) {
    const matter = { ...after, id: matterId, isHistory: false };
    await tellOfEvent(services, trx, { cityCode, event: 'recount', matter });
  }
  const kept = { facts: before, nextOn: before.nextLevelOn };
  const raised = raisedSince(services, before.leadUnitId, kept, after.level, today);
  await tellColleagues(
    services,
    trx,
    happeningOf(cityCode, after, moved ? 'recount' : 'time-passed', raised),
  );
}

/** The matter with its limits reckoned again. */
function standing(
  services: Pick<Services, 'levels'>,
  before: PassingMatter,
  running: readonly CountedRow[],
  today: string,
) {
  const version = before.version + 1;
  if (!isOpen(before.status)) return { ...before, version, level: null };
  const first = dueFirst(running);
  const after = {
    ...before,
    version,
    dueOn: first?.dueOn ?? before.dueOn,
    dueFrom: first?.startedOn ?? before.dueFrom,
    runningDue: owedClocks(running).map(({ dueOn }) => dueOn),
  };
  const { level, nextOn } = readLevel(services.levels.inForceOn(today), after, today);
  return { ...after, level, nextLevelOn: nextOn };
}
