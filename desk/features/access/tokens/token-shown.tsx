import { useState } from 'react';
import type { MakeTokenAnswer } from '#contract/access/getting-in.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { copyText } from '../../../design-system/marks/copy-text.ts';

/** The token that was just made. It is told this once, so it stays until the reader lets it go. */
export function TokenShown({ made, done }: { made: MakeTokenAnswer; done: () => void }) {
  const { say } = useWords();
  const { token, view } = made;
  const [isCopied, setCopied] = useState(false);
  return (
    <section className="token-shown" role="status">
      <h3>{say('tokens.made', { name: view.label })}</h3>
      {token !== null && <code>{token}</code>}
      <p className="soft">{say(token === null ? 'tokens.notShown' : 'tokens.shownOnce')}</p>
      <div className="form-acts">
        {token !== null && (
          <Button type="primary" onClick={async () => setCopied(await copyText(token))}>
            {say(isCopied ? 'copy.done' : 'copy.act')}
          </Button>
        )}
        <Button onClick={done}>{say('organisation.done')}</Button>
      </div>
    </section>
  );
}
