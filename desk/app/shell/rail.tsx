import { NavLink } from 'react-router';
import { Icon } from '../../design-system/acts/icon.tsx';
import { Tip } from '../../design-system/acts/tip.tsx';
import { BrandMark } from '../../design-system/marks/brand-mark.tsx';
import { useWords } from '../language/words.tsx';
import type { RailEntry } from './rail-entry.ts';

/** The places of the desk: pictures with a word on hovering, words beside them where there is room. */
export function Rail({ entries }: { entries: readonly RailEntry[] }) {
  const { say } = useWords();
  return (
    <nav className="rail not-printed" aria-label={say('shell.places')}>
      <BrandMark size={28} className="rail-mark" />
      <ul>
        {entries.map(({ path, word, icon }) => (
          <li key={path}>
            <Tip title={say(word)} side="right" className="rail-tooltip">
              <NavLink to={path} className="rail-link">
                <Icon of={icon} />
                <span className="rail-word">{say(word)}</span>
              </NavLink>
            </Tip>
          </li>
        ))}
      </ul>
    </nav>
  );
}
