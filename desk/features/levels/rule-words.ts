import type { LevelRows } from '#contract/levels/level-rules.ts';
import { useWords } from '../../app/language/words.tsx';

type Condition = LevelRows[number]['when'][number];

export const signs = { '>=': '≥', '>': '>', '=': '=' } as const;

/** A row's conditions in a sentence. */
export function useRuleWords(): (when: readonly Condition[]) => string {
  const { say, shared } = useWords();
  const inWords = ({ fact, op, number }: Condition): string => {
    if (fact === 'danger') return say(op === '=' && number === 0 ? 'levels.noFlag' : 'levels.flag');
    return `${shared.levelFacts[fact]} ${signs[op]} ${number}`;
  };
  return (when) => when.map(inWords).join(say('levels.and'));
}
