import { describe, expect, it } from 'vitest';
import { cityZone } from './city-clock.ts';
import { cityDay, daysFrom, dayWords, exactDay, exactInstant, instantWords } from './day-words.ts';

describe('days as people say them', () => {
  it.each([
    ['2026-10-09', 'zh', '2026-10-09', '今天'],
    ['2026-10-10', 'zh', '2026-10-09', '明天'],
    ['2026-10-09', 'zh', '2026-10-06', '周五 10 月 9 日'],
    ['2027-01-04', 'zh', '2026-12-28', '周一 2027 年 1 月 4 日'],
    ['2026-10-09', 'en', '2026-10-06', 'Fri 9 Oct'],
    ['2027-01-04', 'en', '2026-12-28', 'Mon 4 Jan 2027'],
  ] as const)('%s in %s on %s is %s', (day, language, today, words) => {
    expect(dayWords(day, language, today)).toBe(words);
  });
});

it('counts natural days across a month', () => {
  expect(daysFrom('2026-10-30', '2026-11-02')).toBe(3);
  expect(daysFrom('2026-11-02', '2026-10-30')).toBe(-3);
});

it('takes the day of the city, not of the browser', () => {
  expect(cityDay(new Date('2026-10-08T16:30:00Z'))).toBe('2026-10-09');
});

it('says an instant with its time in the city', () => {
  const now = new Date('2026-10-09T08:00:00Z');
  expect(instantWords('2026-10-09T06:20:00Z', 'zh', now)).toBe('今天 14:20');
  expect(instantWords('2026-10-03T01:05:00Z', 'zh', now)).toBe('10 月 3 日 09:05');
  expect(instantWords('2026-10-03T01:05:00Z', 'en', now)).toBe('3 Oct 09:05');
});

/** Reckoned without a formatter, so they are held to what one says: every tenth day of the city's life, and the summers before. */
it('says whole dates and instants as the calendar of the platform does', () => {
  const formats = { zh: 'zh-CN', en: 'en-GB' } as const;
  for (const [language, locale] of Object.entries(formats) as ['zh' | 'en', string][]) {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
    const instant = new Intl.DateTimeFormat(locale, {
      dateStyle: 'full',
      timeStyle: 'medium',
      timeZone: cityZone,
    });
    for (let at = Date.UTC(1986, 4, 1, 15, 59, 59); at < Date.UTC(2040, 0); at += 10.3 * 86_400_000) {
      const iso = new Date(at).toISOString();
      expect(exactDay(iso.slice(0, 10), language)).toBe(
        day.format(new Date(`${iso.slice(0, 10)}T12:00:00Z`)),
      );
      expect(exactInstant(iso, language)).toBe(instant.format(new Date(iso)));
    }
  }
});
