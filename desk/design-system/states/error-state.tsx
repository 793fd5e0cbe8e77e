import './states.css';
import { Button } from 'antd';
import { asProblem } from '../../app/api/problem.ts';
import { useWords } from '../../app/language/words.tsx';

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

/** The server's sentence; ours where no answer came or it could not be read. */
export function useProblemSentence(error: unknown): string {
  const { say } = useWords();
  const problem = asProblem(error)?.problem;
  if (!problem) return say('error.desk');
  if (problem.code === 'no-answer') return say('error.noAnswer');
  if (problem.code === 'unreadable-answer') return say('error.unreadable', { status: problem.status });
  return problem.detail;
}
