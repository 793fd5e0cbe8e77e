import { Tooltip } from 'antd';
import { NavLink } from 'react-router';
import { useWords } from '../language/words.tsx';
import type { RailEntry } from './rail-entry.ts';

/** The places of the desk: pictures with a word on hovering, words beside them where there is room. */
export function Rail({ entries }: { entries: readonly RailEntry[] }) {
  const { say } = useWords();
  return (
    <nav className="rail not-printed" aria-label={say('shell.places')}>
      <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" className="rail-mark" width="28" height="28" />
      <ul>
        {entries.map(({ path, word, Icon }) => (
          <li key={path}>
            <Tooltip title={say(word)} placement="right" classNames={{ root: 'rail-tooltip' }}>
              <NavLink to={path} className="rail-link">
                <Icon aria-hidden />
                <span className="rail-word">{say(word)}</span>
              </NavLink>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}
