import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { tellOfAll } from '#server/features/notices/public.ts';
import { raisedSince } from '../clocks/level-after.ts';
import { readLevel } from '../clocks/read-level.ts';
import { happeningOf } from './happening-of.ts';
import { keepNextLevels, passingMatters } from './passing-matters.queries.ts';
import { levelsTold, lockDueLevels } from './tick-levels.queries.ts';

const mattersAtOnce = 200;

/**
 * Tells of colours that became graver by the passing of time alone. It looks only at matters whose day has come, found by
 * an index. The notice and the next day are written in one transaction, and a matter that another tick or somebody's
 * step has in hand is left to them: each change is told once, however often this is interrupted or done at once.
 */
export async function tickLevels(
  services: Services,
  { cityCode }: { readonly cityCode: string },
): Promise<void> {
  while ((await tickOnce(services, cityCode)) === mattersAtOnce);
}

/** Answers how many it took. */
async function tickOnce(services: Services, cityCode: string): Promise<number> {
  return inTransaction(services, { cityCode, role: 'program' }, async (trx) => {
    const today = todayOf(services);
    const ids = await lockDueLevels(trx, cityCode, today, mattersAtOnce);
    if (ids.length === 0) return 0;
    const matters = await passingMatters(trx, cityCode, ids);
    const told = await levelsTold(trx, cityCode, services.pack.city.zone, ids);
    const table = services.levels.inForceOn(today);
    const changes = matters.map((matter) => {
      const { level, nextOn } = readLevel(table, matter, today);
      const kept = { facts: matter, nextOn: matter.nextLevelOn };
      const raised = raisedSince(services, matter.leadUnitId, kept, level, today);
      // A clock that was set back, or rules that changed, bring the same day about again.
      const isTold = raised !== null && told.get(matter.id)?.includes(raised.level) === true;
      return { matter, nextOn, raised: isTold ? null : raised };
    });
    await tellOfAll(
      services,
      trx,
      cityCode,
      changes.map(({ matter, raised }) => happeningOf(cityCode, matter, 'time-passed', raised)),
    );
    await keepNextLevels(
      trx,
      cityCode,
      changes.map(({ matter: { id }, nextOn }) => ({ id, nextOn })),
    );
    return ids.length;
  });
}
