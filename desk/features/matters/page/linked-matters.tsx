import { Link } from 'react-router';
import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { groupCode } from '../../../design-system/marks/group-code.ts';

/** What stands beside it: the code and the stage of each, and of those that one may open what it is about. */
export function LinkedMatters({ matter }: { matter: MatterView }) {
  const { say } = useWords();
  if (matter.links.length === 0) return null;
  return (
    <section className="card" aria-labelledby="links">
      <h2 id="links">
        {say('side.links')} <span className="faint">{matter.links.length}</span>
      </h2>
      <ul className="links">
        {matter.links.map(({ id, code, linkReason, status, subject, lead }) => (
          <li key={code}>
            <p className="link-head">
              {id ? (
                <Link to={`/matters/${id}`} className="fixed-width">
                  {groupCode(code)}
                </Link>
              ) : (
                <span className="fixed-width">{groupCode(code)}</span>
              )}
              <span className="soft">{status?.label ?? say('side.sealedShort')}</span>
            </p>
            {subject && <p>{subject}</p>}
            <p className="faint">{[linkReason.label, lead?.name].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
