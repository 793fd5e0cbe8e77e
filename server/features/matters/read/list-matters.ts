import { Temporal } from 'temporal-polyfill';
import type { Language } from '#contract/language/language.ts';
import type { ListMattersAnswer, ListMattersQuery } from '#contract/matters/list-matters.ts';
import { parseMatterCode } from '#domain/matters/matter-code.ts';
import { answersTasks, handlersOwnStatuses, statusesWaitingFor } from '#domain/matters/queue.ts';
import type { Actor } from '#server/app/actor.ts';
import { decodeCursor, encodeCursor } from '#server/app/cursor.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { presentQueueRow } from '../present/queue-row.presenter.ts';
import { isSealed } from '../steps/side-ways/sealed-reading.queries.ts';
import {
  countByDay,
  handlersCovered,
  type QueueFilter,
  type QueueRow,
  type QueueScope,
  queuePage,
} from './list-matters.queries.ts';

const pageSize = 50;
const countedAtMost = 1000;

/** A page of somebody's queue, due first, by key and never by offset. */
export async function listMatters(
  services: Services,
  actor: Actor,
  query: ListMattersQuery,
  language: Language,
): Promise<ListMattersAnswer> {
  const limit = query.limit ?? pageSize;
  const after = decodeCursor(query.after);
  const today = todayOf(services);
  const read = async (trx: Trx): Promise<ListMattersAnswer> => {
    const scope = await scopeOf(trx, actor, query, today);
    const filter = filterOf(query, today);
    const rows = await queuePage(trx, actor, scope, filter, after, limit + 1);
    const page = rows.slice(0, limit);
    const days = after === null ? await countByDay(trx, actor, scope, filter, countedAtMost) : [];
    const last = page.at(-1);
    const isHidden =
      filter.code !== null &&
      rows.length === 0 &&
      (await isSealed(trx, actor.cityCode, { code: filter.code }));
    return {
      ...(isHidden && { isSealed: true }),
      matters: page.map((row) => presentQueueRow(services, row, language)),
      next: rows.length > limit && last !== undefined ? cursorAfter(last) : null,
      total: days.reduce((sum, { count }) => sum + count, 0),
      days,
    };
  };
  return inTransaction(services, actor, read, { isPlannedOnce: true });
}

export async function scopeOf(
  trx: Trx,
  actor: Actor,
  { queue = 'mine', code }: Pick<ListMattersQuery, 'queue' | 'code'>,
  today: string,
): Promise<QueueScope> {
  if (code !== undefined) return { queue: 'code' };
  if (queue !== 'mine') return { queue };
  return {
    queue,
    statuses: statusesWaitingFor(actor.role),
    handledByMe: handlersOwnStatuses,
    handlers: await handlersCovered(trx, actor, today),
    assists: answersTasks(actor.role),
  };
}

export function filterOf(query: ListMattersQuery, today: string): QueueFilter {
  const parsed = query.code === undefined ? null : parseMatterCode(query.code);
  return {
    today,
    statuses: query.status ?? null,
    kinds: query.kind ?? null,
    ...dueBounds(query.due, today),
    // A code that cannot be one finds nothing, the same as one that does not exist.
    code: parsed === null ? null : parsed.ok ? parsed.code : '-',
  };
}

/** `week` is today and the six days after it. */
export function dueBounds(
  due: ListMattersQuery['due'],
  today: string,
): { dueFrom: string | null; dueUntil: string | null } {
  const day = Temporal.PlainDate.from(today);
  switch (due) {
    case 'late':
      return { dueFrom: null, dueUntil: day.subtract({ days: 1 }).toString() };
    case 'today':
      return { dueFrom: today, dueUntil: today };
    case 'week':
      return { dueFrom: today, dueUntil: day.add({ days: 6 }).toString() };
    default:
      return { dueFrom: null, dueUntil: null };
  }
}

function cursorAfter(row: QueueRow): string {
  return encodeCursor({ due: row.endedAt?.toISOString() ?? row.dueOn ?? '', id: row.id });
}
