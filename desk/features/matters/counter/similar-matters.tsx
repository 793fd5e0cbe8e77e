import { Link } from 'react-router';
import type { Suggestions } from '#contract/intake/intake.ts';
import { useWords } from '../../../app/language/words.tsx';
import { groupCode } from '../../../design-system/marks/group-code.ts';

/** Matters that may be the same dispute, so that one office handles it once. Of a stranger's only code and place show. */
export function SimilarMatters({ matters }: { matters: Suggestions['similar'] }) {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="noticed-similar">
      <h2 id="noticed-similar">{say('noticed.similar')}</h2>
      {matters.length === 0 && <p className="soft">{say('noticed.noSimilar')}</p>}
      <ul className="similar-matters">
        {matters.map((matter) => (
          <li key={matter.code}>
            <p>
              {matter.id ? (
                <Link to={`/matters/${matter.id}`} target="_blank" className="fixed-width">
                  {groupCode(matter.code)}
                </Link>
              ) : (
                <span className="fixed-width">{groupCode(matter.code)}</span>
              )}{' '}
              <span className="soft">
                {matter.kind.label} · {matter.statusLabel}
              </span>
            </p>
            <p className="faint">{say('noticed.perhaps', { centre: matter.centre })}</p>
            <p className="faint">{matter.reasons.join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
