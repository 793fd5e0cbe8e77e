import './level-mark.css';
import { useWords } from '../../app/language/words.tsx';

export const levels = ['blue', 'yellow', 'orange', 'red'] as const;
export type Level = (typeof levels)[number];

const shapes: Record<Level, string> = { blue: '●', yellow: '▲', orange: '◆', red: '■' };

/** One of the four levels of a matter: always shape and word and colour, so that no one of them is needed. */
export function LevelMark({ level, isShort = false }: { level: Level; isShort?: boolean }) {
  const { say } = useWords();
  const word = say(`level.${level}`);
  return (
    <span className={`level-mark level-${level}`} data-level={level}>
      <span className="level-shape" aria-hidden="true">
        {shapes[level]}
      </span>
      <span className={isShort ? 'only-read-aloud' : undefined}>{word}</span>
    </span>
  );
}
