import type { ReactNode } from 'react';
import type { MatterView } from '#contract/matters/matter.ts';
import type { RoadmapRun } from '#contract/matters/roadmap.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Unverified } from '../../../design-system/marks/unverified.tsx';
import { pastDayWords } from '../../../design-system/time/day-words.ts';
import { DueDate } from '../../../design-system/time/due-date.tsx';
import type { Choose } from './choose.ts';
import { RoadmapClock } from './roadmap-clock.tsx';
import { RoadmapWindows } from './roadmap-windows.tsx';

type Props = { run: RoadmapRun; matter: MatterView; choose: Choose };

/** The one procedure it is in: under whom, since when, until when and why, and how it may end. */
export function RoadmapNow({ run, matter, choose }: Props) {
  const { language, say } = useWords();
  const isLawful = run.id !== null;
  const since = run.startedOn && say('roadmap.since', { from: pastDayWords(run.startedOn, language) });
  return (
    <li className="road-part road-now" aria-current="step">
      <p className="road-name">
        <strong>{run.procedure.label}</strong>
        <span className="only-read-aloud"> {say('roadmap.isNow')}</span>
        {run.isOutside && <span className="road-mark">{say('roadmap.outside')}</span>}
        <span className="soft">
          {[since, run.usedDays > 0 && say('roadmap.usedDays', { count: run.usedDays })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {isLawful ? <LawfulFacts run={run} /> : <StepLimits run={run} />}
      {isLawful && (
        <ul className="road-clocks">
          {run.clocks
            .filter(({ endedOn }) => endedOn === null)
            .map((clock) => (
              <RoadmapClock
                key={clock.id}
                clock={clock}
                procedure={run.procedure.label}
                matter={matter}
                choose={choose}
              />
            ))}
        </ul>
      )}
      <RoadmapWindows windows={matter.roadmap.windows} />
      {isLawful && <Ends run={run} />}
    </li>
  );
}

function LawfulFacts({ run }: { run: RoadmapRun }) {
  const { language, say } = useWords();
  const noted = run.noted.map(({ event, on }) =>
    say('roadmap.notedOn', { on: pastDayWords(on, language), event: event.label }),
  );
  return (
    <dl className="road-facts">
      <Fact name={say('roadmap.body')}>{run.heldAt ?? run.body}</Fact>
      {run.reference && <Fact name={say('roadmap.reference')}>{run.reference}</Fact>}
      {noted.length > 0 && (
        <Fact name={say('roadmap.noted')}>{noted.join(language === 'zh' ? '；' : '; ')}</Fact>
      )}
      <Fact name={say('roadmap.law')}>
        {run.source} {!run.isVerified && <Unverified />}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The office's own limits have cards of their own; here a line says when each is due. */
function StepLimits({ run }: { run: RoadmapRun }) {
  const running = run.clocks.filter(({ endedOn }) => endedOn === null);
  if (running.length === 0) return null;
  return (
    <ul>
      {running.map(({ id, step, dueOn, remaining, limit, isLate }) => (
        <li key={id} className={isLate ? 'is-late' : 'soft'}>
          {step.label}{' '}
          <DueDate
            day={dueOn}
            remaining={{ count: remaining, isWorkingDays: limit.unit === 'working-day' }}
          />
        </li>
      ))}
    </ul>
  );
}

/** How it may end, and what may follow each. */
function Ends({ run }: { run: RoadmapRun }) {
  const { language, say } = useWords();
  if (run.outcomes.length === 0) return null;
  return (
    <details className="road-more">
      <summary>{say('roadmap.ends')}</summary>
      <ul className="soft">
        {run.outcomes.map(({ code, label, next }) => (
          <li key={code}>
            {next.length === 0
              ? say('roadmap.endsOnly', { outcome: label })
              : say('roadmap.endsWith', {
                  outcome: label,
                  next: next.map((one) => one.label).join(language === 'zh' ? '、' : ', '),
                })}
          </li>
        ))}
      </ul>
    </details>
  );
}
