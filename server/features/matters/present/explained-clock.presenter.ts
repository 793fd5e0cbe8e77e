import type { Temporal } from 'temporal-polyfill';
import type { Language } from '#contract/language/language.ts';
import type { ExplainedClock, SumStep } from '#contract/matters/explain-clock.ts';
import type { ClockReading, ClockStep } from '#domain/roadmap/clock.ts';
import { standingInChinese, stepInChinese } from '#domain/roadmap/clock-in-chinese.ts';
import { standingInEnglish, stepInEnglish } from '#domain/roadmap/clock-in-english.ts';
import type { ReplayedClock } from '#domain/roadmap/replay.ts';
import type { Services } from '#server/app/services.ts';
import type { ClockRow } from '../clocks/clock-row.ts';
import { clockLabel } from './roadmap-labels.ts';

export type Explained = {
  /** As its events told it by then. */
  readonly known: ReplayedClock;
  readonly now: ClockRow;
  readonly reading: ClockReading;
  readonly at: string;
};

/** A clock as of a day, each step of its sum in words and as data, beside what has become of it. */
export function presentExplained(
  services: Services,
  { known, now, reading, at }: Explained,
  language: Language,
): ExplainedClock {
  return {
    id: known.id,
    step: { code: now.step, label: clockLabel(services, now, language) },
    at,
    startedOn: known.startedOn,
    limit: { count: known.count, unit: known.unit },
    dueOn: reading.dueOn.toString(),
    isProvisional: reading.provisional,
    endedOn: known.endedOn,
    used: reading.usedDays,
    remaining: reading.remainingDays,
    // A window of the parties' own makes nobody late.
    isLate: reading.isLate && known.owedBy !== 'party',
    isPaused: known.endedOn === null && reading.isPaused,
    standing: language === 'zh' ? standingInChinese(reading) : standingInEnglish(reading),
    steps: reading.steps.map((step) => presentStep(step, language)),
    source: now.source,
    now: { dueOn: now.dueOn, isProvisional: now.isProvisional, endedOn: now.endedOn ?? null },
  };
}

function presentStep(step: ClockStep, language: Language): SumStep {
  const text = language === 'zh' ? stepInChinese(step) : stepInEnglish(step);
  const days = (dates: readonly Temporal.PlainDate[]): string[] => dates.map(String);
  const { code } = step;
  const told = { code, date: step.date.toString(), text };
  switch (code) {
    case 'started':
      return { ...told, isCounted: step.isCounted };
    case 'counted': {
      const { limit, weekendDays } = step;
      return {
        ...told,
        limit,
        weekendDays,
        holidays: days(step.holidays),
        makeUpDays: days(step.makeUpDays),
      };
    }
    case 'paused':
      return { ...told, days: step.days, ...(step.until && { until: step.until.toString() }) };
    case 'moved':
      return { ...told, from: step.from.toString() };
    case 'extended':
      return { ...told, from: step.from.toString(), limit: step.limit };
    case 'calendar-unpublished':
      return { ...told, year: step.year };
    case 'due':
      return told;
  }
}
