import type { Suggestions } from '#contract/intake/intake.ts';
import { useWords } from '../../../app/language/words.tsx';
import { highlight } from './highlight.ts';

const mostShown = 400;

/** The kinds that the words of the story speak for, each with its office and the very words that led to it. */
export function SuggestedKinds(props: {
  kinds: Suggestions['kinds'];
  office: Suggestions['office'];
  story: string;
  chosen: string;
  choose: (kind: string) => void;
}) {
  const { say } = useWords();
  const shown = props.kinds.find(({ kind }) => kind.code === props.chosen) ?? props.kinds[0];
  return (
    <section className="card noticed-kinds" aria-labelledby="noticed-kinds">
      <h2 id="noticed-kinds">{say('noticed.kinds')}</h2>
      {props.kinds.length === 0 && <p className="soft">{say('noticed.noKind')}</p>}
      <ul>
        {props.kinds.map((one) => (
          <li key={one.kind.code}>
            <button
              type="button"
              className="noticed-kind"
              aria-pressed={one.kind.code === props.chosen}
              onClick={() => props.choose(one.kind.code)}
            >
              <strong>{one.kind.label}</strong>
              <span className="faint noticed-words">
                {say('noticed.because')} {one.words.map(({ word }) => `「${word}」`).join('')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {props.office && (
        <p>
          {say('noticed.office')} <strong>{props.office.name}</strong>{' '}
          <span className="faint">{props.office.why}</span>
        </p>
      )}
      {shown && (
        <p className="noticed-story soft">
          {highlight(props.story.slice(0, mostShown), shown.words).map((segment) =>
            segment.isFound ? <mark key={segment.at}>{segment.text}</mark> : segment.text,
          )}
        </p>
      )}
    </section>
  );
}
