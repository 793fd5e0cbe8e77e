import './states.css';
import { asProblem } from '../../app/api/problem.ts';
import { useWords, type WordKey } from '../../app/language/words.tsx';
import { Button } from '../acts/button.tsx';

/** What happened, what was kept, what to do. */
export function ErrorState({ error, retry, kept }: { error: unknown; retry?: () => void; kept?: string }) {
  const { say } = useWords();
  const sentence = useProblemSentence(error);
  const problem = asProblem(error)?.problem;
  return (
    <div className="state state-fault" role="alert">
      <div>
        <strong>{sentence}</strong>
        {kept && <p className="soft">{kept}</p>}
        {problem?.errors && problem.errors.length > 0 && (
          <ul>
            {problem.errors.map((one) => (
              <li key={one.field + one.reason}>
                {one.field && <code>{one.field}</code>} {one.reason}
              </li>
            ))}
          </ul>
        )}
      </div>
      {retry && <Button onClick={retry}>{say('error.retry')}</Button>}
    </div>
  );
}

/** A page hears `prove-again` only when the reader did not want to prove it. */
const ownSentences: Readonly<Record<string, WordKey>> = {
  'no-answer': 'error.noAnswer',
  'prove-again': 'proof.cancelled',
  'passkey-given-up': 'signIn.passkeyGivenUp',
  'passkey-there': 'signIn.passkeyThere',
};

/** The server's sentence; ours where no answer came or it could not be read. */
export function useProblemSentence(error: unknown): string {
  const { say } = useWords();
  const problem = asProblem(error)?.problem;
  if (!problem) return say('error.desk');
  if (problem.code === 'unreadable-answer') return say('error.unreadable', { status: problem.status });
  const own = ownSentences[problem.code];
  return own ? say(own) : problem.detail;
}
