import type { LevelRows, LevelRulesView, LevelVersionView } from '#contract/levels/level-rules.ts';
import { useWords } from '../../app/language/words.tsx';
import { dayWords } from '../../design-system/time/day-words.ts';
import { Instant } from '../../design-system/time/instant.tsx';
import { RuleList } from './rule-list.tsx';

type Begin = (rows: LevelRows) => void;

/** Versions to come and those that were; each can be read, and be the beginning of a draft. */
export function Versions({ view, begin }: { view: LevelRulesView; begin?: Begin }) {
  const { say } = useWords();
  return (
    <>
      {view.upcoming.length > 0 && (
        <section className="card level-card">
          <h2>{say('levels.upcoming')}</h2>
          <VersionLines versions={view.upcoming} view={view} begin={begin} />
        </section>
      )}
      {view.earlier.length > 0 && (
        <section className="card level-card">
          <h2>{say('levels.earlier')}</h2>
          <VersionLines versions={view.earlier} view={view} begin={begin} />
        </section>
      )}
    </>
  );
}

function VersionLines(props: {
  versions: readonly LevelVersionView[];
  view: LevelRulesView;
  begin: Begin | undefined;
}) {
  const { say } = useWords();
  return (
    <ul className="level-versions">
      {props.versions.map((one) => (
        <li key={one.version}>
          <Published version={one} />
          <details>
            <summary>{say('levels.showRules')}</summary>
            <RuleList rows={one.rows} levels={props.view.levels} />
            {props.begin && (
              <button type="button" className="text-button" onClick={() => props.begin?.(one.rows)}>
                {say('levels.useVersion')}
              </button>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

/** Which version, from when, by whom and why. */
export function Published({ version: one }: { version: LevelVersionView }) {
  const { say, language } = useWords();
  if (one.publishedAt === null || one.inForceFrom === null) {
    return (
      <p>
        <strong>{say('levels.versionOfPack')}</strong>
      </p>
    );
  }
  return (
    <>
      <p>
        <strong>{say('levels.version', { version: one.version })}</strong>{' '}
        {say('levels.from-day', { day: dayWords(one.inForceFrom, language) })}{' '}
        <span className="faint">
          {say('levels.by', { name: one.publishedBy ?? '—' })} <Instant at={one.publishedAt} />
        </span>
      </p>
      <p className="soft running">{one.note}</p>
    </>
  );
}
