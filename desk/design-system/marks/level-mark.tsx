import './level-mark.css';
import type { Level } from '#domain/levels/vocabulary.ts';
import { useWords } from '../../app/language/words.tsx';

export type { Level };

const shapes: Record<Level, string> = { blue: '●', yellow: '▲', orange: '◆', red: '■' };

/**
 * One of the four levels of a matter: always shape and word and colour, so that no one of them is needed. The word is the
 * city's own where the server said it; `reasons` are told on hover and read aloud.
 */
export function LevelMark(props: {
  level: Level;
  label?: string | undefined;
  reasons?: readonly string[] | undefined;
  isShort?: boolean;
}) {
  const { say, shared } = useWords();
  const word = props.label ?? say(`level.${props.level}`);
  const why = props.reasons?.join(shared.queue.separator);
  return (
    <span className={`level-mark level-${props.level}`} data-level={props.level} title={why}>
      <span className="level-shape" aria-hidden="true">
        {shapes[props.level]}
      </span>
      <span className={props.isShort ? 'only-read-aloud' : undefined}>{word}</span>
      {why && <span className="only-read-aloud"> {why}</span>}
    </span>
  );
}
