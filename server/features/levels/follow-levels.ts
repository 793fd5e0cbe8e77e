import { createHash } from 'node:crypto';
import { type LevelFacts, levelOn, nextBoundary } from '#domain/levels/levels.ts';
import { levelLastKnown, raisedTo } from '#domain/levels/raised.ts';
import { tableText } from '#domain/levels/table.ts';
import type { LevelBook, VersionedLevels } from '#server/app/level-book.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import {
  beginFollow,
  findFollow,
  keepFollow,
  levelledMatters,
  lockFollow,
  setNextLevels,
} from './follow-levels.queries.ts';
import { loadLevels } from './load-levels.ts';

const mattersAtOnce = 500;

/**
 * Goes through the open matters for the rules in force: on which day will the colour of each change next if nothing
 * happens? What is done is kept with every part, so that it goes on where it was interrupted; done for these rules
 * already, nothing is left to do.
 */
export async function followLevels(
  services: Services,
  { cityCode }: { readonly cityCode: string },
): Promise<void> {
  await loadLevels(services);
  const table = services.levels.inForceOn(todayOf(services));
  const hash = createHash('sha256').update(tableText(table)).digest('hex');
  const { version } = table;
  const isDone = await inTransaction(services, { cityCode, role: 'program' }, async (trx) => {
    const follow = await findFollow(trx, cityCode);
    if (follow?.version === version && follow.tableHash === hash && follow.finishedAt !== null) return true;
    await beginFollow(trx, cityCode, { version, hash }, services.clock.now().toString());
    return false;
  });
  if (isDone) return;
  while (await followPart(services, cityCode, table, hash));
}

/** True while there is more to do for these rules. */
function followPart(
  services: Services,
  cityCode: string,
  table: VersionedLevels,
  hash: string,
): Promise<boolean> {
  return inTransaction(services, { cityCode, role: 'program' }, async (trx) => {
    const follow = await lockFollow(trx, cityCode);
    const isOurs = follow?.version === table.version && follow.tableHash === hash;
    if (!follow || !isOurs || follow.finishedAt !== null) return false;
    const matters = await levelledMatters(trx, cityCode, follow.lastId, mattersAtOnce);
    const today = todayOf(services);
    await setNextLevels(
      trx,
      cityCode,
      matters.map((facts) => ({ id: facts.id, nextOn: nextChange(services.levels, table, facts, today) })),
      today,
    );
    const isLast = matters.length < mattersAtOnce;
    await keepFollow(trx, cityCode, {
      done: follow.done + matters.length,
      lastId: matters.at(-1)?.id ?? follow.lastId,
      finishedAt: isLast ? services.clock.now().toString() : null,
    });
    return !isLast;
  });
}

/** Where it is the rules that make the colour graver, the change is due since they came into force, and is still to be told. */
function nextChange(
  levels: LevelBook,
  table: VersionedLevels,
  facts: LevelFacts,
  today: string,
): string | null {
  const { inForceFrom } = table;
  if (inForceFrom !== null) {
    const before = levelLastKnown(levels.inForceOn, { facts, nextOn: inForceFrom }, today);
    if (raisedTo(before, levelOn(table, facts, today).level) !== null) return inForceFrom;
  }
  return nextBoundary(table, facts, today);
}

/** At the start of a program: goes on with what an interruption left, or begins for a pack that has changed. */
export async function wakeFollowing(services: Services): Promise<void> {
  const cityCode = services.pack.city.code;
  await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
    services.jobs.enqueue(trx, { name: 'follow-levels', payload: { cityCode } }),
  );
}
