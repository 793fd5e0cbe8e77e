import { Menu } from '../../design-system/acts/menu.tsx';
import { useWords } from '../language/words.tsx';
import type { Posting } from '../session/me.ts';
import { useSession } from '../session/session.tsx';

/** "青山区综治中心 · 接待员 ▾": where one sits now, and the other postings one may change to. */
export function PostingSwitch({ onSwitched }: { onSwitched: () => void }) {
  const { say } = useWords();
  const { me, acting, actAs } = useSession();
  if (!acting) return <span className="posting-switch">{say('shell.noPosting')}</span>;
  if (me.postings.length < 2) return <span className="posting-switch">{nameOf(acting)}</span>;
  return (
    <Menu
      parts={[
        {
          key: 'postings',
          lines: me.postings.map((posting) => ({ key: posting.id, label: nameOf(posting) })),
        },
      ]}
      chosen={acting.id}
      onPick={(id) => void actAs(id).then(onSwitched)}
    >
      <button type="button" className="plain-button posting-switch">
        <span className="only-read-aloud">{say('shell.actingAs')} </span>
        {nameOf(acting)} <span aria-hidden="true">▾</span>
      </button>
    </Menu>
  );
}

function nameOf(posting: Posting): string {
  return `${posting.unitName} · ${posting.roleLabel}`;
}
