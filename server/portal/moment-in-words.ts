import type { Language } from '#contract/language/language.ts';

const form = {
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
} as const;
const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as people say it, by the city's clock: 11月27日周五 14:20. */
export function momentInWords(moment: Date, zone: string, language: Language): string {
  const key = `${language} ${zone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...form, timeZone: zone });
  formats.set(key, format);
  return format.format(moment);
}
