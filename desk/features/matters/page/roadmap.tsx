import './roadmap.css';
import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import type { Choose } from './choose.ts';
import { RoadmapNext } from './roadmap-next.tsx';
import { RoadmapNow } from './roadmap-now.tsx';
import { RoadmapPast } from './roadmap-past.tsx';
import { RoadmapWindows } from './roadmap-windows.tsx';

/** The legal roadmap: the procedures behind it, the one it is in, what may follow. Read aloud it is a list of steps. */
export function Roadmap({ matter, choose }: { matter: MatterView; choose: Choose }) {
  const { say } = useWords();
  const { past, now, windows, next } = matter.roadmap;
  if (now === null && past.length === 0) return null;
  return (
    <section className="card roadmap" aria-labelledby="roadmap">
      <h2 id="roadmap">{say('roadmap.title')}</h2>
      <ol className="road">
        {past.map((run, index) => (
          <RoadmapPast key={run.id ?? index} run={run} />
        ))}
        {now && <RoadmapNow run={now} matter={matter} choose={choose} />}
        {now?.id === null && next.length > 0 && <RoadmapNext matter={matter} choose={choose} />}
      </ol>
      {now === null && <RoadmapWindows windows={windows} />}
    </section>
  );
}

/** The limits that the roadmap shows itself: those of the lawful procedure it is in, and the parties' own windows. */
export function shownOnRoadmap({ roadmap: { now, windows } }: MatterView): ReadonlySet<string> {
  const own = now !== null && now.id !== null ? now.clocks : [];
  return new Set([...own, ...windows].map(({ id }) => id));
}
