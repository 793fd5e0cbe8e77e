import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../app/language/words.tsx';
import { useSession } from '../../../app/session/session.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { copyText } from '../../../design-system/marks/copy-text.ts';

/** Recovery codes, told this once: they stay until the reader says that they are kept. */
export function CodesToKeep({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { say } = useWords();
  const { user } = useSession().me;
  const [isCopied, setCopied] = useState(false);
  const head = useRef<HTMLDivElement>(null);
  // The form that led here is gone, and with it the place where the reader stood.
  useEffect(() => head.current?.focus(), []);
  const title = say('recovery.paper', { name: user.name, username: user.username });
  const copy = async () => setCopied(await copyText([title, ...codes].join('\n')));
  return (
    <div className="codes-to-keep">
      <div ref={head} tabIndex={-1} className="codes-head">
        <h2>{say('recovery.keepTitle')}</h2>
        <p className="soft running">{say('recovery.keepLead')}</p>
      </div>
      <section className="codes-paper" aria-label={say('recovery.title')}>
        <p>{title}</p>
        <ol>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <p className="soft">{say('recovery.what')}</p>
      </section>
      <div className="form-acts">
        <Button onClick={() => print()}>{say('recovery.print')}</Button>
        <Button onClick={copy}>
          <span role="status">{say(isCopied ? 'copy.done' : 'recovery.copy')}</span>
        </Button>
        <Button type="primary" onClick={onKept}>
          {say('recovery.kept')}
        </Button>
      </div>
    </div>
  );
}
