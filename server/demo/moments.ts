import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '#domain/roadmap/calendar.ts';
import type { Draw } from './draw.ts';

const firstMinute = 8 * 60 + 40;
const lastMinute = 17 * 60 + 20;
/** Between two steps of one matter at least, and before now. */
const leastMinutes = 4;

/**
 * When each step was taken: the last one so many working days ago, each one before it by its gap earlier, all within
 * office hours and none in the future.
 */
export function momentsOf(
  gaps: readonly number[],
  order: {
    readonly now: Temporal.Instant;
    readonly zone: string;
    readonly calendar: Calendar;
    readonly draw: Draw;
    /** How many working days ago the last step was taken. */
    readonly lastAge: number;
  },
): Temporal.Instant[] {
  const { now, zone, calendar, draw } = order;
  let day = workingDaysBack(now.toZonedDateTimeISO(zone).toPlainDate(), order.lastAge, calendar);
  let latest = now.subtract({ minutes: leastMinutes });
  const moments: Temporal.Instant[] = [];
  for (const gap of [...gaps].reverse()) {
    const minute = draw.between(firstMinute, lastMinute);
    const time = Temporal.PlainTime.from({
      hour: Math.floor(minute / 60),
      minute: minute % 60,
      second: draw.between(0, 59),
    });
    const planned = day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant();
    const moment = Temporal.Instant.compare(planned, latest) < 0 ? planned : latest;
    moments.unshift(moment);
    latest = moment.subtract({ minutes: leastMinutes });
    day = workingDaysBack(day, gap, calendar);
  }
  return moments;
}

/** The working day that lies so many working days before a day; the day itself, or the last one before it, for none. */
export function workingDaysBack(
  from: Temporal.PlainDate,
  count: number,
  calendar: Calendar,
): Temporal.PlainDate {
  let day = from;
  while (!calendar.isWorkingDay(day)) day = day.subtract({ days: 1 });
  for (let left = count; left > 0; left -= 1) {
    do day = day.subtract({ days: 1 });
    while (!calendar.isWorkingDay(day));
  }
  return day;
}
