import type { Language } from '#contract/language/language.ts';
import { dayInWords } from '#server/app/day-in-words.ts';

const form = { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const;
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', form),
  en: new Intl.DateTimeFormat('en-GB', form),
};

const { weekday: _weekday, ...dateForm } = form;
const dates: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', dateForm),
  en: new Intl.DateTimeFormat('en-GB', dateForm),
};

/** A day with its year: 2026年11月27日周五. */
export function dayInFull(day: string, language: Language): string {
  return formats[language].format(Date.parse(day));
}

/** A date of the law, of which nobody asks the day of the week: 2026年3月1日. */
export function dateInFull(day: string, language: Language): string {
  return dates[language].format(Date.parse(day));
}

/** A day as people say it in `today`'s year; of any other year with the year. */
export function dayNear(day: string, today: string, language: Language): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayInWords(day, language) : dayInFull(day, language);
}
