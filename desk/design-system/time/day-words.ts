import type { Language } from '#contract/language/language.ts';
import { months, weekdays } from './calendar-names.ts';
import { cityClock } from './city-clock.ts';

/** The day on which an instant falls in the city, as YYYY-MM-DD. */
export function cityDay(instant: Date = new Date()): string {
  return cityClock(instant).slice(0, 10);
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
  const { year, month, date, weekday } = partsOf(day);
  const isOtherYear = day.slice(0, 4) !== today.slice(0, 4);
  if (language === 'zh') {
    return `${weekdays.zh[weekday]} ${isOtherYear ? `${year} 年 ` : ''}${month} 月 ${date} 日`;
  }
  return `${weekdays.en[weekday]} ${date} ${months.en[month - 1]}${isOtherYear ? ` ${year}` : ''}`;
}

/** The whole date, for hovering and for being read aloud. */
export function exactDay(day: string, language: Language): string {
  const { year, month, date, weekday } = partsOf(day);
  if (language === 'zh') return `${year}年${month}月${date}日${weekdays.zhLong[weekday]}`;
  return `${weekdays.enLong[weekday]}, ${date} ${months.enLong[month - 1]} ${year}`;
}

/** An instant as people say it: 今天 14:20, 昨天 9:05, 10 月 9 日 14:20. */
export function instantWords(instant: string, language: Language, now: Date = new Date()): string {
  const at = new Date(instant);
  const time = cityClock(at).slice(11, 16);
  return `${pastDayWords(cityDay(at), language, cityDay(now))} ${time}`;
}

/** A day that is over: nobody asks any more on which day of the week it fell. */
export function pastDayWords(day: string, language: Language, today: string = cityDay()): string {
  const words = dayWords(day, language, today);
  const isNear = Math.abs(daysFrom(today, day)) <= 1;
  return isNear ? words : words.slice(words.indexOf(' ') + 1);
}

export function exactInstant(instant: string, language: Language): string {
  const [day = '', time] = cityClock(new Date(instant)).split('T');
  return `${exactDay(day, language)}${language === 'zh' ? ' ' : ' at '}${time}`;
}

function partsOf(day: string) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date, weekday: noon(day).getUTCDay() };
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
