import { useWords } from '../../app/language/words.tsx';
import { Tip } from '../acts/tip.tsx';
import { cityDay, daysFrom, dayWords, exactDay } from './day-words.ts';

/** What the server counted as left; below zero when late. */
export type Remaining = { count: number; isWorkingDays: boolean };

/** "周五 10 月 9 日 · 还有 3 个工作日": the day as people say it, and what is left of it where that is known. */
export function DueDate({ day, remaining }: { day: string; remaining?: Remaining | undefined }) {
  const { language, say } = useWords();
  const left = useTimeLeft(day, remaining);
  return (
    <Tip title={exactDay(day, language)}>
      <time dateTime={day} className="due-date">
        {dayWords(day, language)}
        {remaining && <span> · {left}</span>}
        <span className="only-read-aloud">{say('due.exact', { day: exactDay(day, language) })}</span>
      </time>
    </Tip>
  );
}

/** What is left, in words; natural days where the server did not count. */
export function useTimeLeft(day: string, remaining?: Remaining): string {
  const { say } = useWords();
  const natural = daysFrom(cityDay(), day);
  const { count, isWorkingDays } = remaining ?? { count: natural, isWorkingDays: false };
  // What the server counted is the truth, also where this computer's clock is wrong.
  if (natural === 0 && count >= 0) return say('due.lastDay');
  if (natural < 0 || count < 0) {
    const late = Math.max(Math.abs(count), 1);
    return say(isWorkingDays ? 'due.overdueByWorkingDays' : 'due.overdueByDays', { count: late });
  }
  return say(isWorkingDays ? 'due.workingDaysLeft' : 'due.daysLeft', { count });
}
