import type { LevelRulesView } from '#contract/levels/level-rules.ts';
import { levels as gravity } from '#domain/levels/vocabulary.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { LevelMark } from '../../design-system/marks/level-mark.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { Progress } from '../../design-system/states/progress.tsx';
import { dayWords } from '../../design-system/time/day-words.ts';
import { percentOf } from './following.tsx';
import { TrialChanges } from './trial-changes.tsx';
import type { Trial, useTrial } from './use-trial.ts';

type Props = {
  trial: ReturnType<typeof useTrial>;
  levels: LevelRulesView['levels'];
  /** The draft has been changed since. */
  isStale: boolean;
};

/** What the past quarter would have looked like: how many matters of each colour, and which ones change. */
export function TrialResults({ trial, levels, isStale }: Props) {
  const { say, language } = useWords();
  if (trial.rows === null) return null;
  const { done, total, since, changed, isRunning } = trial;
  const progress = say('levels.trying', { done, total });
  return (
    <div className={`trial${isStale ? ' trial-stale' : ''}`}>
      {isRunning && (
        <div className="level-progress">
          <p role="status">{progress}</p>
          <Progress percent={total === 0 ? 0 : percentOf(done, total)} aria-label={progress} />
          <Button size="small" onClick={trial.stop}>
            {say('levels.stop')}
          </Button>
        </div>
      )}
      {trial.error !== null && <ErrorState error={trial.error} kept={say('levels.kept')} />}
      {!isRunning && trial.error === null && (
        <p role="status">
          <strong>{say('levels.tried', { since: dayWords(since, language), total: done, changed })}</strong>{' '}
          <span className="soft">{say('levels.triedLead')}</span>
        </p>
      )}
      <CountsTable trial={trial} levels={levels} />
      <TrialChanges trial={trial} levels={levels} />
    </div>
  );
}

function CountsTable({ trial, levels }: { trial: Trial; levels: LevelRulesView['levels'] }) {
  const { say } = useWords();
  const labelOf = new Map(levels.map(({ level, label }) => [level, label]));
  return (
    <table className="trial-counts">
      <caption className="only-read-aloud">{say('levels.triedLead')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('levels.level')}</th>
          <th scope="col">{say('levels.now')}</th>
          <th scope="col">{say('levels.then')}</th>
          <th scope="col">{say('levels.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {[...gravity.toReversed(), 'none' as const].map((level) => {
          const [now, then] = [trial.inForce[level], trial.draft[level]];
          return (
            <tr key={level}>
              <th scope="row">
                {level === 'none' ? (
                  say('levels.none')
                ) : (
                  <LevelMark level={level} label={labelOf.get(level)} />
                )}
              </th>
              <td>{now}</td>
              <td>{then}</td>
              <td>{signed(then - now)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function signed(difference: number): string {
  if (difference === 0) return '0';
  return difference > 0 ? `+${difference}` : `−${-difference}`;
}
