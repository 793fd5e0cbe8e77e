import { useWords } from '../../app/language/words.tsx';
import { Tip } from '../acts/tip.tsx';
import { exactInstant, instantWords } from './day-words.ts';

/** When something happened, short; the exact moment on hover. */
export function Instant({ at }: { at: string }) {
  const { language } = useWords();
  return (
    <Tip title={exactInstant(at, language)}>
      <time dateTime={at}>{instantWords(at, language)}</time>
    </Tip>
  );
}
