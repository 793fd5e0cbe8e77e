import './desk-shell.css';
import { type ReactNode, Suspense, useState } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { isPermitted } from '#domain/access/permissions.ts';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useWords } from '../language/words.tsx';
import { Palette } from '../palette/palette.tsx';
import { useSession } from '../session/session.tsx';
import { DemoBanner } from './demo-banner.tsx';
import { AccountMenu, KeysButton } from './header-menus.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { PostingSwitch } from './posting-switch.tsx';
import { Rail } from './rail.tsx';
import { entriesFor, type RailEntry } from './rail-entry.ts';
import { ThemeSwitch } from './theme-switch.tsx';

/** What stands around every page of the desk. */
export function DeskShell({ entries, tools }: { entries: readonly RailEntry[]; tools?: ReactNode }) {
  const { say } = useWords();
  const { me, acting } = useSession();
  const navigate = useNavigate();
  const open = entriesFor(entries, acting);
  const [isKeysOpen, setKeysOpen] = useState(false);
  useKeys({ '?': () => setKeysOpen(true) });
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {say('shell.skip')}
      </a>
      {me.mode === 'demo' && <DemoBanner />}
      <Rail entries={open} />
      <header className="shell-header not-printed">
        <PostingSwitch onSwitched={() => navigate('/')} />
        {acting && <Palette entries={open} canFind={isPermitted('work-on-matters', acting)} />}
        <div className="shell-tools">
          {tools}
          <KeysButton onOpen={() => setKeysOpen(true)} />
          <LanguageSwitch />
          <ThemeSwitch />
          <AccountMenu />
        </div>
      </header>
      <main id="content" className="shell-content" tabIndex={-1}>
        <Suspense fallback={<SkeletonRows />}>
          <Outlet />
        </Suspense>
      </main>
      <KeysDialog isOpen={isKeysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}
