import { type Language, words } from '#contract/language/language.ts';
import type { OverseenAnswer, OverseenQuery } from '#contract/oversight/oversight.ts';
import { refusedOutside } from '#domain/access/outside-opening.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { levelInBrief, levelToday, presentLevel } from '#server/features/levels/public.ts';
import { dangerLabel, kindLabel, regionLabel } from '../present/labels.ts';
import { presentUnit } from '../present/matter-present.ts';
import { factsTold, presentStanding } from '../present/queue-row.presenter.ts';
import { dueBounds } from '../read/list-matters.ts';
import { openableOf } from '../read/read-matter.queries.ts';
import { overseenDueDays, overseenPage, overseenTasks } from './oversight.queries.ts';
import { withinOwnRegion } from './within-own-region.ts';

const pageSize = 50;

/** What a region owes: code, kind, office, stage and clocks of its open matters; never what or who. */
export async function listOverseen(
  services: Services,
  actor: Actor,
  query: OverseenQuery,
  language: Language,
): Promise<OverseenAnswer> {
  const limit = query.limit ?? pageSize;
  const after = decodeCursor(query.after);
  const today = todayOf(services);
  const filter = {
    prefix: withinOwnRegion(actor, query.region),
    isHere: query.here ?? false,
    isInDanger: query.inDanger ?? false,
    only: null,
    statuses: query.status ?? null,
    kinds: query.kind ?? null,
    isSealed: query.sealed ?? false,
    holder: query.holder ?? null,
    coloured:
      query.level === undefined || query.level.length === 0
        ? null
        : { levels: query.level, table: services.levels.inForceOn(today), today },
    ...dueBounds(query.due, today),
  };
  const { rows, tasks, dueDays, own } = await inTransaction(services, actor, async (trx) => {
    const late = query.lateTasks === true ? await overseenTasks(trx, actor, filter.prefix, null) : null;
    const only = late?.filter(({ dueOn }) => dueOn < today).map(({ matterId }) => matterId) ?? null;
    const rows = await overseenPage(trx, actor, { ...filter, only }, after, limit + 1);
    const ids = rows.map(({ id }) => id);
    return {
      rows,
      tasks: await overseenTasks(trx, actor, filter.prefix, ids),
      dueDays: await overseenDueDays(trx, actor, filter.prefix, ids),
      own: await openableOf(trx, actor, ids),
    };
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    matters: page.map((row) => {
      const asked = tasks.filter(({ matterId }) => matterId === row.id);
      const late = asked.filter(({ dueOn }) => dueOn < today);
      const standing = {
        ...row,
        hasHandler: true,
        hasReader: true,
        isAssisting: false,
        tasksOpen: asked.length,
        tasksLate: late.length,
      };
      const { reason, remaining, isLate } = presentStanding(services, standing, language);
      const facts = {
        ...row,
        runningDue: dueDays.filter(({ matterId }) => matterId === row.id).map(({ dueOn }) => dueOn),
        returns: row.returnedTimes,
        parties: row.partyCount,
        isInDanger: row.danger !== null,
      };
      const colour = levelToday(services, facts);
      const why = levelInBrief(colour, factsTold(standing), language);
      return {
        id: row.id,
        code: row.code,
        kind: row.kind === null ? null : kindLabel(services, row.kind, language),
        status: row.status,
        statusLabel: words(language).statuses[row.status],
        region: row.isSealed ? null : regionLabel(services, row.regionCode, language),
        isSealed: row.isSealed,
        isOwn: own.has(row.id),
        mayOpenForPurpose: refusedOutside(actor, { ...row, takesPart: own.has(row.id) }) === null,
        lead: presentUnit(services, row.leadUnitId, language),
        holder: presentUnit(services, row.holderUnitId, language),
        lateAssisting: late.map(({ unitId }) => presentUnit(services, unitId, language)),
        returns: row.returns,
        level: presentLevel(services, colour, language),
        danger: dangerLabel(row.danger, language),
        dueOn: row.dueOn,
        remaining: remaining ?? 0,
        isLate,
        reason: [reason, ...why].join(words(language).queue.separator),
        registeredAt: row.registeredAt.toISOString(),
      };
    }),
    next: rows.length > limit && last !== undefined ? encodeCursor({ due: last.dueOn, id: last.id }) : null,
  };
}
