import type { ListMattersAnswer, MatterRow } from '#contract/matters/list-matters.ts';
import { daysFrom } from '../../../design-system/time/day-words.ts';

export const dueGroups = ['late', 'today', 'tomorrow', 'week', 'later', 'none'] as const;
export type DueGroup = (typeof dueGroups)[number];

/** The heading under which a due day stands; a week ends on its Sunday. */
export function dueGroupOf(dueOn: string | null, today: string): DueGroup {
  if (dueOn === null) return 'none';
  const distance = daysFrom(today, dueOn);
  if (distance < 0) return 'late';
  if (distance === 0) return 'today';
  if (distance === 1) return 'tomorrow';
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay() || 7;
  return distance <= 7 - weekday ? 'week' : 'later';
}

export type GroupedRows = { group: DueGroup; count: number; rows: MatterRow[] };

/** Rows under their headings, in order; counts are those of the whole queue, not only of what has been loaded. */
export function groupByDue(
  rows: readonly MatterRow[],
  days: ListMattersAnswer['days'],
  today: string,
): GroupedRows[] {
  const counts = new Map<DueGroup, number>();
  for (const day of days) {
    const group = dueGroupOf(day.dueOn, today);
    counts.set(group, (counts.get(group) ?? 0) + day.count);
  }
  return dueGroups.flatMap((group) => {
    const within = rows.filter((row) => dueGroupOf(row.dueOn, today) === group);
    return within.length > 0
      ? [{ group, count: Math.max(counts.get(group) ?? 0, within.length), rows: within }]
      : [];
  });
}
