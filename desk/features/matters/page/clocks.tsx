import type { ClockView } from '#contract/matters/clock.ts';
import { useWords } from '../../../app/language/words.tsx';
import { ClockCard } from '../../../design-system/marks/clock-card.tsx';
import { dayWords } from '../../../design-system/time/day-words.ts';

/** The limits that run, each explained; those already run in a line each. */
export function Clocks({
  clocks,
  shownAbove,
}: {
  clocks: readonly ClockView[];
  /** Those that the roadmap shows. */
  shownAbove: ReadonlySet<string>;
}) {
  const { language, say } = useWords();
  const running = clocks
    .filter((clock) => clock.endedOn === null && !shownAbove.has(clock.id))
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  const ended = clocks.filter((clock) => clock.endedOn !== null);
  return (
    <>
      {running.map((clock) => (
        <ClockCard key={clock.id} clock={factsOf(clock)} />
      ))}
      {running.length === 0 && shownAbove.size === 0 && <p className="card soft">{say('clock.none')}</p>}
      {ended.length > 0 && (
        <details className="clocks-ended">
          <summary>
            {say('clock.ended')} {ended.length}
          </summary>
          <ul className="soft">
            {ended.map((clock) => (
              <li key={clock.id}>
                {say('clock.endedOn', {
                  step: clock.step.label,
                  due: dayWords(clock.dueOn, language),
                  ended: dayWords(clock.endedOn ?? '', language),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );

  function factsOf(clock: ClockView) {
    const isWorkingDays = clock.limit.unit === 'working-day';
    return {
      step: clock.step.label,
      dueOn: clock.dueOn,
      remaining: { count: clock.remaining, isWorkingDays },
      usedShare: clock.used / Math.max(clock.used + clock.remaining, 1),
      usedWords: say(isWorkingDays ? 'clock.workingDays' : 'clock.naturalDays', {
        used: clock.used,
        limit: clock.used + clock.remaining,
      }),
      source: clock.source,
      counting: clock.explanation,
      note:
        [clock.isCarried && say('clock.carried'), clock.isProvisional && say('clock.provisional')]
          .filter(Boolean)
          .join(' ') || undefined,
    };
  }
}
