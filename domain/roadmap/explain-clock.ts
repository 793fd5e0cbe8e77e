import type { ClockReading } from './clock.ts';
import { standingInChinese, stepInChinese } from './clock-in-chinese.ts';
import { standingInEnglish, stepInEnglish } from './clock-in-english.ts';

/** Says in sentences how a due day came about and how it stands today, in the order of the reckoning. */
export function explainClock(clock: ClockReading, language: 'zh' | 'en'): string[] {
  return language === 'zh'
    ? [...clock.steps.map(stepInChinese), standingInChinese(clock)]
    : [...clock.steps.map(stepInEnglish), standingInEnglish(clock)];
}
