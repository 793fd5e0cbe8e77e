import type { Temporal } from 'temporal-polyfill';
import type { ClockReading, ClockStep } from './clock.ts';
import type { Limit } from './counting.ts';
import { englishMonths } from './english-months.ts';

/** One step of the reckoning as an English sentence. */
export function stepInEnglish(step: ClockStep): string {
  const date = englishDate(step.date);
  switch (step.code) {
    case 'started':
      return step.isCounted
        ? `Runs from ${date}; that day counts.`
        : `Runs from ${date}; the first day does not count (Civil Procedure Law art. 85, Civil Code art. 201).`;
    case 'counted':
      return `A limit of ${englishLimit(step.limit)} ends on ${date}${leftOutInEnglish(step)}.`;
    case 'paused':
      return step.until
        ? `Paused on ${date}, running again on ${englishDate(step.until)}: ${englishDays(step.days)} left out.`
        : `Paused on ${date} and still standing: ${englishDays(step.days)} left out so far; the due day is reckoned as if the clock ran again tomorrow.`;
    case 'moved':
      return `${englishDate(step.from)} is not a working day; the limit moves to ${date} (Civil Procedure Law art. 85, Civil Code art. 203).`;
    case 'extended':
      return `Extended with approval by ${englishLimit(step.limit)}, counted from the day after the due day ${englishDate(step.from)}, to ${date}.`;
    case 'calendar-unpublished':
      return `The holidays of ${step.year} are not published yet: the due day is provisional and will be reckoned again.`;
    case 'due':
      return `Due on ${date}, that day included.`;
  }
}

function leftOutInEnglish(step: Extract<ClockStep, { code: 'counted' }>): string {
  const parts = [
    step.weekendDays > 0 ? `${englishDays(step.weekendDays)} of weekend left out` : '',
    step.holidays.length > 0 ? `holidays left out: ${step.holidays.map(englishDay).join(', ')}` : '',
    step.makeUpDays.length > 0
      ? `worked instead of a holiday and counted: ${step.makeUpDays.map(englishDay).join(', ')}`
      : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

/** How a clock stands today, as an English sentence. */
export function standingInEnglish(clock: ClockReading): string {
  if (clock.isLate)
    return clock.remainingDays === 0 ? 'Past the due day.' : `Late by ${englishDays(-clock.remainingDays)}.`;
  const standing = `${englishDays(clock.usedDays)} used, ${clock.remainingDays} left`;
  return clock.isPaused ? `${standing}; the clock stands still now.` : `${standing}.`;
}

function englishLimit({ count, unit }: Limit): string {
  if (unit === 'month') return count === 1 ? '1 month' : `${count} months`;
  return unit === 'working-day' ? `${count} working day${count === 1 ? '' : 's'}` : englishDays(count);
}

function englishDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

function englishDate(date: Temporal.PlainDate): string {
  return `${englishDay(date)} ${date.year}`;
}

function englishDay(date: Temporal.PlainDate): string {
  return `${date.day} ${englishMonths[date.month - 1]}`;
}
