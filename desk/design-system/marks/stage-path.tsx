import './stage-path.css';
import { useWords } from '../../app/language/words.tsx';

export type Stage = { key: string; word: string; state: 'done' | 'now' | 'next'; note?: string | undefined };

/** ●──◉──○: where a matter is on its path. Read aloud it is a list with "done", "now" and "to come". */
export function StagePath({ stages }: { stages: readonly Stage[] }) {
  const { say } = useWords();
  return (
    <ol className="stage-path" aria-label={say('path.label')}>
      {stages.map((stage) => (
        <li
          key={stage.key}
          className={`stage stage-${stage.state}`}
          aria-current={stage.state === 'now' ? 'step' : undefined}
        >
          <span className="stage-dot" aria-hidden="true" />
          <span className="stage-word">
            {stage.word}
            <span className="only-read-aloud"> {say(`path.${stage.state}`)}</span>
          </span>
          {stage.note && <span className="stage-note faint">{stage.note}</span>}
        </li>
      ))}
    </ol>
  );
}
