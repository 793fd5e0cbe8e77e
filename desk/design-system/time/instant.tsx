import { useWords } from '../../app/language/words.tsx';
import { exactInstant, instantWords } from './day-words.ts';
import { Hint } from './hint.tsx';

/** When something happened, short; the exact moment on hover. */
export function Instant({ at }: { at: string }) {
  const { language } = useWords();
  return (
    <Hint title={exactInstant(at, language)}>
      <time dateTime={at}>{instantWords(at, language)}</time>
    </Hint>
  );
}
