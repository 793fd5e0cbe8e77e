import type { ClockView } from '#contract/matters/clock.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Unverified } from '../../../design-system/marks/unverified.tsx';
import { dayWords } from '../../../design-system/time/day-words.ts';
import { useTimeLeft } from '../../../design-system/time/due-date.tsx';
import { ClockReasons } from './roadmap-clock.tsx';

/** What the parties may still ask for themselves, and until when; nobody at an office owes it. */
export function RoadmapWindows({ windows }: { windows: readonly ClockView[] }) {
  const { say } = useWords();
  if (windows.length === 0) return null;
  return (
    <div className="road-windows">
      <h3>{say('roadmap.windows')}</h3>
      <ul>
        {windows.map((window) => (
          <Window key={window.id} window={window} />
        ))}
      </ul>
    </div>
  );
}

function Window({ window }: { window: ClockView }) {
  const { language, say } = useWords();
  const isOver = window.remaining < 0;
  const left = useTimeLeft(window.dueOn, {
    count: window.remaining,
    isWorkingDays: window.limit.unit === 'working-day',
  });
  const day = dayWords(window.dueOn, language);
  return (
    <li>
      <p className="road-clock-head">
        <strong>{window.step.label}</strong>
        <span className={isOver ? 'soft' : undefined}>
          {isOver ? say('roadmap.windowOver', { day }) : `${say('roadmap.windowUntil', { day })} · ${left}`}
        </span>
        {window.isProvisional && <span className="road-mark">{say('roadmap.provisional')}</span>}
        {!window.isVerified && <Unverified />}
      </p>
      <ClockReasons clock={window} />
    </li>
  );
}
