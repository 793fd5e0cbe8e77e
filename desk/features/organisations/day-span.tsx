import { useWords } from '../../app/language/words.tsx';

/** From one day until another, as a register writes it; open where it has no last day. */
export function DaySpanWords({ fromDay, untilDay }: { fromDay: string; untilDay: string | null }) {
  const { say } = useWords();
  return (
    <span className="soft">
      <time dateTime={fromDay}>{fromDay}</time>
      {' – '}
      {untilDay === null ? say('organisation.open') : <time dateTime={untilDay}>{untilDay}</time>}
    </span>
  );
}
