import './states.css';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../acts/button.tsx';

export type ConflictFact = { name: string; value: string };

/** Somebody else changed the same thing: both versions side by side, what was typed stays in the form below. */
export function ConflictPanel(props: {
  /** What has been changed; a matter, unless told. */
  title?: string;
  sentence: string;
  typed: readonly ConflictFact[];
  stored: readonly ConflictFact[];
  onContinue: () => void;
}) {
  const { say } = useWords();
  return (
    <section className="conflict" role="alert">
      <h3>{props.title ?? say('conflict.title')}</h3>
      <p>{props.sentence}</p>
      <div className="conflict-sides">
        <Side title={say('conflict.yours')} facts={props.typed} />
        <Side title={say('conflict.theirs')} facts={props.stored} />
      </div>
      <div>
        <Button onClick={props.onContinue}>{say('conflict.continue')}</Button>
      </div>
    </section>
  );
}

function Side({ title, facts }: { title: string; facts: readonly ConflictFact[] }) {
  return (
    <div className="conflict-side">
      <h3>{title}</h3>
      <dl>
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
