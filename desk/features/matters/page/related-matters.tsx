import { Link } from 'react-router';
import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { groupCode } from '../../../design-system/marks/group-code.ts';

/** Matters that this one was put together with or taken apart from. */
export function RelatedMatters({ matter }: { matter: MatterView }) {
  const { say, shared } = useWords();
  if (matter.related.length === 0) return null;
  const isMerged = matter.related.some(({ relation }) => relation === 'merged-into');
  return (
    <section className="card" aria-labelledby="related">
      <h2 id="related">{say('related.title')}</h2>
      {isMerged && <p className="soft">{say('related.mergedAway')}</p>}
      <ul className="related">
        {matter.related.map(({ relation, id, code }) => (
          <li key={`${relation} ${code}`}>
            <span className="soft">{shared.matterRelations[relation]}</span>{' '}
            {id ? (
              <Link to={`/matters/${id}`} className="fixed-width">
                {groupCode(code)}
              </Link>
            ) : (
              <span className="fixed-width">{groupCode(code)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
