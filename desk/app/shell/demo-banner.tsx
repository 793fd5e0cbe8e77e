import { useWords } from '../language/words.tsx';

/** Above every page of a demo: nothing here is real, and nothing real belongs here. */
export function DemoBanner() {
  const { say } = useWords();
  return (
    <aside className="demo-banner not-printed">
      {say('shell.demo')} <a href="/p/outbox">{say('shell.outbox')}</a>
    </aside>
  );
}
