import type { Temporal } from 'temporal-polyfill';
import type { ClockReading, ClockStep } from './clock.ts';
import type { Limit } from './counting.ts';

/** One step of the reckoning as a Chinese sentence. */
export function stepInChinese(step: ClockStep): string {
  const date = chineseDate(step.date);
  switch (step.code) {
    case 'started':
      return step.isCounted
        ? `自${date}起算，当日计入。`
        : `自${date}起算，开始的当日不计入（民事诉讼法第八十五条、民法典第二百零一条）。`;
    case 'counted':
      return `按${chineseLimit(step.limit)}计算，至${date}届满${leftOutInChinese(step)}。`;
    case 'paused':
      return step.until
        ? `${date}起暂停计算，${chineseDate(step.until)}恢复，其间${step.days}天不计入。`
        : `${date}起暂停计算，尚未恢复，已有${step.days}天不计入；到期日按明日恢复推算。`;
    case 'moved':
      return `${chineseDate(step.from)}不是工作日，期限顺延至${date}（民事诉讼法第八十五条、民法典第二百零三条）。`;
    case 'extended':
      return `经批准延长${chineseLimit(step.limit)}，自原到期日${chineseDate(step.from)}的次日起计，至${date}届满。`;
    case 'calendar-unpublished':
      return `${step.year}年的放假安排尚未公布，到期日为暂定，公布后重新计算。`;
    case 'due':
      return `到期日为${date}（含当日）。`;
  }
}

function leftOutInChinese(step: Extract<ClockStep, { code: 'counted' }>): string {
  const parts = [
    step.weekendDays > 0 ? `不计周末${step.weekendDays}天` : '',
    step.holidays.length > 0 ? `不计节假日${step.holidays.map(chineseDay).join('、')}` : '',
    step.makeUpDays.length > 0 ? `${step.makeUpDays.map(chineseDay).join('、')}调休上班，计入` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `（${parts.join('；')}）`;
}

/** How a clock stands today, as a Chinese sentence. */
export function standingInChinese(clock: ClockReading): string {
  if (clock.isLate) return clock.remainingDays === 0 ? '已过到期日。' : `已超期${-clock.remainingDays}日。`;
  const standing = `已用${clock.usedDays}日，还剩${clock.remainingDays}日`;
  return clock.isPaused ? `${standing}，现暂停计算。` : `${standing}。`;
}

function chineseLimit({ count, unit }: Limit): string {
  if (unit === 'month') return `${count}个月`;
  return unit === 'working-day' ? `${count}个工作日` : `${count}日`;
}

function chineseDate(date: Temporal.PlainDate): string {
  return `${date.year}年${date.month}月${date.day}日`;
}

function chineseDay(date: Temporal.PlainDate): string {
  return `${date.month}月${date.day}日`;
}
