import { useState } from 'react';
import type { LevelRulesView } from '#contract/levels/level-rules.ts';
import type { Level } from '#domain/levels/vocabulary.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { LevelMark } from '../../design-system/marks/level-mark.tsx';
import { MatterCode } from '../../design-system/marks/matter-code.tsx';
import type { Trial } from './use-trial.ts';

const shownAtFirst = 20;
const moreAtOnce = 100;

/** Which matters would have had another colour: code and centre, nothing of who or what. */
export function TrialChanges({ trial, levels }: { trial: Trial; levels: LevelRulesView['levels'] }) {
  const { say } = useWords();
  const [shown, setShown] = useState(shownAtFirst);
  const { changes, changed } = trial;
  const sealed = changed - changes.length;
  const left = changes.length - shown;
  const labelOf = new Map(levels.map(({ level, label }) => [level, label]));
  const mark = (level: Level | null) =>
    level === null ? (
      <span className="faint">{say('levels.none')}</span>
    ) : (
      <LevelMark level={level} label={labelOf.get(level)} />
    );
  if (changed === 0) return null;
  return (
    <>
      <h3>{say('levels.changes')}</h3>
      {changes.length > 0 && (
        <div className="data-table">
          <table>
            <caption className="only-read-aloud">{say('levels.changes')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('levels.matter')}</th>
                <th scope="col">{say('levels.office')}</th>
                <th scope="col">{say('levels.from')}</th>
                <th scope="col">{say('levels.to')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, shown).map((change) => (
                <tr key={change.code}>
                  <td>
                    <MatterCode code={change.code} />{' '}
                    {!change.isOpen && <span className="faint">{say('levels.ended')}</span>}
                  </td>
                  <td data-head={say('levels.office')}>{change.office}</td>
                  <td data-head={say('levels.from')}>{mark(change.from)}</td>
                  <td data-head={say('levels.to')}>{mark(change.to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {left > 0 && (
        <div>
          <Button onClick={() => setShown(shown + moreAtOnce)}>
            {say('levels.moreChanges', { count: Math.min(moreAtOnce, left), left })}
          </Button>
        </div>
      )}
      {sealed > 0 && <p className="faint">{say('levels.sealedLeftOut', { count: sealed })}</p>}
    </>
  );
}
