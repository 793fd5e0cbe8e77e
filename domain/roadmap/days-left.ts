import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';

/**
 * Working days left until a due day, today not counted and the due day counted, as a clock counts them: 0 is due
 * today, below zero as many working days as it is late. For lists, where the whole sum of the clock is not shown.
 */
export function workingDaysLeft(
  today: Temporal.PlainDate,
  dueOn: Temporal.PlainDate,
  calendar: Calendar,
): number {
  const order = Temporal.PlainDate.compare(dueOn, today);
  const [after, last] = order >= 0 ? [today, dueOn] : [dueOn, today];
  let days = 0;
  for (
    let day = after.add({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (calendar.isWorkingDay(day)) days += 1;
  }
  return order >= 0 ? days : 0 - days;
}
