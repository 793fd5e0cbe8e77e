import './clock-card.css';
import { useWords } from '../../app/language/words.tsx';
import { DueDate, type Remaining, useTimeLeft } from '../time/due-date.tsx';
import { type Level, LevelMark } from './level-mark.tsx';

export type ClockFacts = {
  /** What has to happen before it runs out, such as 受理. */
  step: string;
  dueOn: string;
  remaining?: Remaining | undefined;
  /** Share of the limit used, 0 to 1 and beyond. */
  usedShare: number;
  /** "18 / 30", where the server counted. */
  usedWords?: string | undefined;
  source?: string | undefined;
  /** How the due day was counted, step by step. */
  counting: readonly string[];
  level?: Level | undefined;
  /** Why it has that level. */
  reasons?: readonly string[] | undefined;
  /** What may still change the day. */
  note?: string | undefined;
};

/** Until when, and why: a bar, a sentence, the source, and how it was counted. */
export function ClockCard({ clock }: { clock: ClockFacts }) {
  const { say } = useWords();
  const left = useTimeLeft(clock.dueOn, clock.remaining);
  const isLate = (clock.remaining?.count ?? 0) < 0;
  const percent = Math.round(clock.usedShare * 100);
  return (
    <section className="card clock-card" aria-label={say('clock.title', { step: clock.step })}>
      <header className="clock-head">
        <h2>{say('clock.title', { step: clock.step })}</h2>
        {clock.level && <LevelMark level={clock.level} />}
      </header>
      <p className={`clock-left${isLate ? ' clock-late' : ''}`}>{left}</p>
      <div className="clock-bar" aria-hidden="true">
        <span
          className={`clock-fill clock-fill-${clock.level ?? 'calm'}`}
          style={{ width: `${Math.min(percent, 100)}%` }}
        />
      </div>
      <p className="only-read-aloud">{say('clock.usedPercent', { percent })}</p>
      <p className="soft">
        {say('clock.sentence')} <DueDate day={clock.dueOn} />
        {clock.usedWords && <span className="faint clock-used">{clock.usedWords}</span>}
      </p>
      {clock.reasons && clock.reasons.length > 0 && (
        <ul className="clock-reasons">
          {clock.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {clock.note && <p className="soft">{clock.note}</p>}
      {clock.source && (
        <p className="faint">
          {say('clock.source')} {clock.source}
        </p>
      )}
      {clock.counting.length > 0 && (
        <details className="clock-counting">
          <summary>{say('clock.howCounted')}</summary>
          <ol>
            {clock.counting.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
