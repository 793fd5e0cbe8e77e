import { fill, type Language, words } from '#contract/language/language.ts';
import type { MatterRow } from '#contract/matters/list-matters.ts';
import type { LevelFacts } from '#domain/levels/levels.ts';
import type { LevelFact } from '#domain/levels/vocabulary.ts';
import { type QueueFacts, queueReasons } from '#domain/matters/queue.ts';
import { workingDaysLeft } from '#domain/roadmap/days-left.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { levelInBrief, levelToday, presentLevel } from '#server/features/levels/public.ts';
import type { QueueRow } from '../read/list-matters.queries.ts';
import { dangerLabel, kindLabel, regionLabel } from './labels.ts';
import { presentUnit } from './matter-present.ts';

/** A line of a queue: what and when; why it stands where it stands. */
export function presentQueueRow(services: Services, row: QueueRow, language: Language): MatterRow {
  const { reason, remaining, isLate } = presentStanding(services, row, language);
  const level = row.matterDueOn === null ? null : levelToday(services, levelFactsOfRow(row));
  const why = level === null ? [] : levelInBrief(level, factsTold(row), language);
  return {
    id: row.id,
    code: row.code,
    version: row.version,
    subject: row.subject,
    kind: kindLabel(services, row.kind, language),
    region: regionLabel(services, row.regionCode, language),
    status: row.status,
    statusLabel: words(language).statuses[row.status],
    holder: presentUnit(services, row.holderUnitId, language),
    handlerName: row.hasHandler ? row.handlerName : null,
    dueOn: row.dueOn,
    remaining,
    isLate,
    reason: [reason, ...why].join(words(language).queue.separator),
    returns: row.returns,
    level: level && presentLevel(services, level, language),
    danger: dangerLabel(row.danger, language),
    partyCount: row.partyCount,
    registeredAt: row.registeredAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    isAssisting: row.isAssisting,
    isSuspended: row.resumeBy !== null,
    isSealed: row.isSealed,
  };
}

/** What the row's own reasons say already: of an office that assists they speak of its task, not of the matter. */
export function factsTold({ isAssisting, returns }: Pick<QueueRow, 'isAssisting' | 'returns'>): LevelFact[] {
  if (isAssisting) return ['danger'];
  return ['danger', 'days-overdue', 'reopenings', ...(returns > 0 ? (['returns'] as const) : [])];
}

function levelFactsOfRow(row: QueueRow): LevelFacts {
  return {
    dueFrom: row.matterDueFrom,
    dueOn: row.matterDueOn,
    runningDue: row.overdue,
    returns: row.returnedTimes,
    transfers: row.transfers,
    reopenings: row.reopenings,
    parties: row.partyCount,
    isInDanger: row.danger !== null,
  };
}

type Standing = Pick<
  QueueFacts,
  | 'isAssisting'
  | 'tasksOpen'
  | 'tasksLate'
  | 'status'
  | 'returns'
  | 'reopenings'
  | 'hasHandler'
  | 'resumeBy'
  | 'hasReader'
> & {
  readonly dueOn: string | null;
  readonly danger: string | null;
};

/** How a matter stands in its queue, in a sentence. */
export function presentStanding(
  services: Services,
  row: Standing,
  language: Language,
): { reason: string; remaining: number | null; isLate: boolean } {
  const today = todayOf(services);
  const { queueReasons: sentences, queue } = words(language);
  const remaining = row.dueOn === null ? null : workingDaysLeft(today, row.dueOn, services.calendar);
  const isLate = row.dueOn !== null && row.dueOn < today;
  const reasons = queueReasons({
    ...row,
    remaining,
    isLate,
    isInDanger: row.danger !== null,
    isResumptionLate: row.resumeBy !== null && row.resumeBy < today,
  });
  return {
    reason: reasons.map(({ code, ...numbers }) => fill(sentences[code], numbers)).join(queue.separator),
    remaining,
    isLate,
  };
}
