import { Tooltip } from 'antd';
import { useWords } from '../../app/language/words.tsx';
import { exactInstant, instantWords } from './day-words.ts';

/** When something happened, short; the exact moment on hover. */
export function Instant({ at }: { at: string }) {
  const { language } = useWords();
  return (
    <Tooltip title={exactInstant(at, language)}>
      <time dateTime={at}>{instantWords(at, language)}</time>
    </Tooltip>
  );
}
