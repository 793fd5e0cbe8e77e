import type { Language } from '#contract/language/language.ts';

// Kept: to make a format costs a hundred times what it costs to use it.
const dayFormat = { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' } as const;
const dayFormats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', dayFormat),
  en: new Intl.DateTimeFormat('en-GB', dayFormat),
};

/** A day as people say it: 11月27日周五. */
export function dayInWords(day: string, language: Language): string {
  return dayFormats[language].format(Date.parse(day));
}
