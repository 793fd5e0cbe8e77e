import type { LevelRulesView } from '#contract/levels/level-rules.ts';
import { useWords } from '../../app/language/words.tsx';
import { RuleLines } from './rule-list.tsx';

/** What a city published wins over its pack; here is where the two differ. */
export function PackDifference({ view }: { view: LevelRulesView }) {
  const { say } = useWords();
  if (view.inForce.version === 0) return null;
  const { onlyHere, onlyThere } = view.pack;
  const isSame = onlyHere.length + onlyThere.length === 0;
  return (
    <section className="card level-card">
      <h2>{say('levels.packTitle')}</h2>
      {isSame && <p className="soft">{say('levels.packSame')}</p>}
      <div className="level-sides">
        {onlyHere.length > 0 && (
          <div>
            <h3>{say('levels.onlyHere')}</h3>
            <RuleLines rows={onlyHere} />
          </div>
        )}
        {onlyThere.length > 0 && (
          <div>
            <h3>{say('levels.onlyThere')}</h3>
            <RuleLines rows={onlyThere} />
          </div>
        )}
      </div>
    </section>
  );
}
