import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { calendarOf2026 as calendar } from './calendar.fixture.ts';
import { type ClockInput, computeClock } from './clock.ts';
import { explainClock } from './explain-clock.ts';

const day = Temporal.PlainDate.from;

function explain(input: Omit<ClockInput, 'calendar'>, language: 'zh' | 'en'): string[] {
  const result = computeClock({ ...input, calendar });
  if (!result.ok) throw new Error(result.reason);
  return explainClock(result, language);
}

const overNationalDay = {
  startedOn: day('2026-09-30'),
  limit: { count: 3, unit: 'working-day' },
  today: day('2026-10-09'),
} as const;

test('a limit over National Day explains itself in Chinese', () => {
  expect(explain(overNationalDay, 'zh')).toEqual([
    '自2026年9月30日起算，开始的当日不计入（民事诉讼法第八十五条、民法典第二百零一条）。',
    '按3个工作日计算，至2026年10月10日届满（不计周末2天；不计节假日10月1日、10月2日、10月5日、10月6日、10月7日；10月10日调休上班，计入）。',
    '到期日为2026年10月10日（含当日）。',
    '已用2日，还剩1日。',
  ]);
});

test('and in English', () => {
  expect(explain(overNationalDay, 'en')).toEqual([
    'Runs from 30 September 2026; the first day does not count (Civil Procedure Law art. 85, Civil Code art. 201).',
    'A limit of 3 working days ends on 10 October 2026 (2 days of weekend left out; holidays left out: 1 October, 2 October, 5 October, 6 October, 7 October; worked instead of a holiday and counted: 10 October).',
    'Due on 10 October 2026, that day included.',
    '2 days used, 1 left.',
  ]);
});

test('moves, pauses, extensions, an unpublished year and lateness are all told, in both languages', () => {
  const input = {
    startedOn: day('2026-09-18'),
    limit: { count: 15, unit: 'natural-day' },
    pauses: [{ from: day('2026-10-12'), until: day('2026-10-13') }],
    extensions: [{ count: 90, unit: 'natural-day' }],
    today: day('2027-01-20'),
  } as const;
  expect(explain(input, 'zh')).toEqual([
    '自2026年9月18日起算，开始的当日不计入（民事诉讼法第八十五条、民法典第二百零一条）。',
    '按15日计算，至2026年10月3日届满。',
    '2026年10月3日不是工作日，期限顺延至2026年10月8日（民事诉讼法第八十五条、民法典第二百零三条）。',
    '经批准延长90日，自原到期日2026年10月8日的次日起计，至2027年1月7日届满。',
    '2026年10月12日起暂停计算，2026年10月13日恢复，其间1天不计入。',
    '2027年的放假安排尚未公布，到期日为暂定，公布后重新计算。',
    '到期日为2027年1月7日（含当日）。',
    '已超期13日。',
  ]);
  expect(explain(input, 'en').at(-1)).toBe('Late by 13 days.');
  expect(explain(input, 'en')).toHaveLength(8);
});
