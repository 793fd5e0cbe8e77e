import type { RoadmapRun } from '#contract/matters/roadmap.ts';
import { useWords } from '../../../app/language/words.tsx';
import { pastDayWords } from '../../../design-system/time/day-words.ts';

/** A procedure that it went through: how it ended, and from when to when. */
export function RoadmapPast({ run }: { run: RoadmapRun }) {
  const { language, say } = useWords();
  const day = (on: string) => pastDayWords(on, language);
  const facts = [
    run.startedOn && run.endedOn && run.usedDays > 0
      ? say('roadmap.span', { from: day(run.startedOn), until: day(run.endedOn) })
      : day(run.endedOn ?? run.startedOn ?? ''),
    run.usedDays > 0 && say('roadmap.tookDays', { count: run.usedDays }),
    run.heldAt ?? run.body,
    run.reference,
  ];
  return (
    <li className="road-part road-past">
      <p className="road-name">
        <strong>{run.procedure.label}</strong>
        <span className="only-read-aloud"> {say('roadmap.was')}</span>
        {run.outcome && <span>{run.outcome.label}</span>}
        {run.clocks.some(({ isLate }) => isLate) && <span className="is-late">{say('roadmap.wasLate')}</span>}
      </p>
      <p className="faint">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
