import type { LevelRulesView } from '#contract/levels/level-rules.ts';
import { useWords } from '../../app/language/words.tsx';
import { Progress } from '../../design-system/states/progress.tsx';
import { isFollowing } from './levels-query.ts';

/** How far the open matters have come in following the rules in force. */
export function Following({ view }: { view: LevelRulesView }) {
  const { say } = useWords();
  const { following, inForce } = view;
  if (inForce.version === 0 && !isFollowing(view)) return null;
  const { version } = inForce;
  if (following === null || following.version !== version) {
    return (
      <p className="soft" role="status">
        {say('levels.followingWaits', { version })}
      </p>
    );
  }
  const { done, total, isFinished } = following;
  if (isFinished) return <p className="soft">{say('levels.followed', { version, total: done })}</p>;
  const sentence = say('levels.following', { version, done, total });
  return (
    <div className="level-progress">
      <p role="status">{sentence}</p>
      <Progress percent={percentOf(done, total)} aria-label={sentence} />
    </div>
  );
}

export function percentOf(done: number, total: number): number {
  return total === 0 ? 100 : Math.floor((done / total) * 100);
}
