import type { Calendar } from './calendar.ts';
import { countDays } from './counting.ts';
import { dayNumber } from './day-number.ts';

/**
 * Working days left until a due day, today not counted and the due day counted, as a clock counts them: 0 is due
 * today, below zero as many working days as it is late. Days are ISO dates. For lists, where the whole sum of the clock is
 * not shown.
 */
export function workingDaysLeft(today: string, dueOn: string, calendar: Calendar): number {
  const [now, due] = [dayNumber(today), dayNumber(dueOn)];
  return due >= now
    ? countDays(now, due, 'working-day', [], calendar)
    : 0 - countDays(due, now, 'working-day', [], calendar);
}
