import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Instant } from '../../../design-system/time/instant.tsx';
import { Changes } from './changes.tsx';
import { Composer } from './composer.tsx';

/** What happened, newest first; on top the place to write down what just did. */
export function Timeline({ matter }: { matter: MatterView }) {
  const { say } = useWords();
  const mayLog = matter.allowedActions.some(({ action }) => action === 'log-step');
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{say('matter.timeline')}</h2>
      {mayLog && <Composer matter={matter} />}
      <ol className="timeline">
        {matter.timeline.map((event) => (
          <li key={event.version}>
            <p className="timeline-when faint">
              <Instant at={event.occurredAt} />
              <span>{[event.actor, event.unit].filter(Boolean).join(' · ')}</span>
            </p>
            <p className="timeline-title">{event.title}</p>
            {event.text && <p className="running soft">{event.text}</p>}
            {event.changes && <Changes changes={event.changes} />}
            {event.facts.length > 0 && (
              <dl className="timeline-facts">
                {event.facts.map((fact) => (
                  <div key={fact.label}>
                    <dt className="faint">{fact.label}</dt>
                    <dd>{fact.value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
