import './matter-code.css';
import { useEffect, useState } from 'react';
import { useWords } from '../../app/language/words.tsx';
import { Tip } from '../acts/tip.tsx';
import { copyText } from './copy-text.ts';
import { groupCode } from './group-code.ts';

/** A matter's code in groups of four; a click copies it. */
export function MatterCode({ code }: { code: string }) {
  const { say } = useWords();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => setCopied(await copyText(code));
  return (
    <Tip title={isCopied ? say('code.copied') : say('code.copy')}>
      <button type="button" className="plain-button matter-code" onClick={copy}>
        <span className="only-read-aloud">{say('code.label')} </span>
        {groupCode(code)}
        <span role="status" className="only-read-aloud">
          {isCopied ? say('code.copied') : ''}
        </span>
      </button>
    </Tip>
  );
}
