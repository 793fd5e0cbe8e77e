import { useWords } from '../../app/language/words.tsx';
import { useSession } from '../../app/session/session.tsx';
import { LanguageSwitch } from '../../app/shell/language-switch.tsx';
import { PostingSwitch } from '../../app/shell/posting-switch.tsx';
import { ThemeSwitch } from '../../app/shell/theme-switch.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { FactorTask } from '../../features/access/factors/factor-task.tsx';

/** Nothing of the workbench around it: whoever stands here has one thing to do, or signs out, or changes posting. */
export function SecondFactorPage({ done }: { done: () => Promise<void> }) {
  const { say } = useWords();
  const { signOut } = useSession();
  return (
    <>
      <header className="factor-page-tools">
        <PostingSwitch onSwitched={() => undefined} />
        <LanguageSwitch />
        <ThemeSwitch />
        <Button type="text" onClick={() => void signOut()}>
          {say('signIn.out')}
        </Button>
      </header>
      <main className="factor-page">
        <FactorTask done={done} />
      </main>
    </>
  );
}
