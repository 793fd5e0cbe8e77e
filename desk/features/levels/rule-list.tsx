import type { LevelRows, LevelRulesView } from '#contract/levels/level-rules.ts';
import { useWords } from '../../app/language/words.tsx';
import { LevelMark } from '../../design-system/marks/level-mark.tsx';
import { useRuleWords } from './rule-words.ts';

/** Rules by colour, the gravest first, with what each colour asks for. */
export function RuleList({ rows, levels }: { rows: LevelRows; levels: LevelRulesView['levels'] }) {
  const { say } = useWords();
  const inWords = useRuleWords();
  return (
    <dl className="rule-list">
      {levels.toReversed().map(({ level, label, reply, escalates, source }) => {
        const own = rows.filter((row) => row.level === level);
        return (
          <div key={level}>
            <dt>
              <LevelMark level={level} label={label} />
              <span className="faint" title={say('levels.source', { source })}>
                {reply}
                {escalates && say('levels.escalates')}
              </span>
            </dt>
            <dd>
              {own.length === 0 && <span className="faint">{say('levels.noRow')}</span>}
              <ul>
                {own.map(({ when }) => (
                  <li key={inWords(when)}>{inWords(when)}</li>
                ))}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Rules one below the other, each with its colour. */
export function RuleLines({ rows }: { rows: LevelRows }) {
  const inWords = useRuleWords();
  return (
    <ul className="rule-lines">
      {rows.map(({ level, when }) => (
        <li key={`${level} ${inWords(when)}`}>
          <LevelMark level={level} /> {inWords(when)}
        </li>
      ))}
    </ul>
  );
}
