import type { Language } from '#contract/language/language.ts';

/** All of China keeps one time; a legal day is a day of this zone, wherever the browser stands. */
export const cityZone = 'Asia/Shanghai';

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a hundred times as long as using it, and a list shows two hundred days. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${Object.entries(options).join(' ')}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(name, made);
  return made;
}

/** The day on which an instant falls in the city, as YYYY-MM-DD. */
export function cityDay(instant: Date = new Date()): string {
  return formatter('en-CA', { timeZone: cityZone }).format(instant);
}

/** How many natural days lie between two days; negative when `day` is before `from`. */
export function daysFrom(from: string, day: string): number {
  return Math.round((noon(day).getTime() - noon(from).getTime()) / 86_400_000);
}

/** A day as people say it: 今天, 明天, 周五 10 月 9 日; the year only when it is another. */
export function dayWords(day: string, language: Language, today: string = cityDay()): string {
  const distance = daysFrom(today, day);
  if (language === 'zh') {
    if (distance === 0) return '今天';
    if (distance === 1) return '明天';
    if (distance === -1) return '昨天';
  } else {
    if (distance === 0) return 'Today';
    if (distance === 1) return 'Tomorrow';
    if (distance === -1) return 'Yesterday';
  }
  const [year, month, date] = day.split('-').map(Number);
  const weekday = formatter(locales[language], { weekday: 'short', timeZone: 'UTC' }).format(noon(day));
  const isOtherYear = day.slice(0, 4) !== today.slice(0, 4);
  if (language === 'zh') return `${weekday} ${isOtherYear ? `${year} 年 ` : ''}${month} 月 ${date} 日`;
  const monthName = formatter('en-GB', { month: 'short', timeZone: 'UTC' }).format(noon(day));
  return `${weekday} ${date} ${monthName}${isOtherYear ? ` ${year}` : ''}`;
}

/** The whole date, for hovering and for being read aloud. */
export function exactDay(day: string, language: Language): string {
  return formatter(locales[language], { dateStyle: 'full', timeZone: 'UTC' }).format(noon(day));
}

/** An instant as people say it: 今天 14:20, 昨天 9:05, 10 月 9 日 14:20. */
export function instantWords(instant: string, language: Language, now: Date = new Date()): string {
  const at = new Date(instant);
  const time = formatter('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: cityZone,
  }).format(at);
  return `${pastDayWords(cityDay(at), language, cityDay(now))} ${time}`;
}

/** A day that is over: nobody asks any more on which day of the week it fell. */
export function pastDayWords(day: string, language: Language, today: string = cityDay()): string {
  const words = dayWords(day, language, today);
  const isNear = Math.abs(daysFrom(today, day)) <= 1;
  return isNear ? words : words.slice(words.indexOf(' ') + 1);
}

export function exactInstant(instant: string, language: Language): string {
  return formatter(locales[language], {
    dateStyle: 'full',
    timeStyle: 'medium',
    timeZone: cityZone,
  }).format(new Date(instant));
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
