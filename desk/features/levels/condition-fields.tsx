import { useId } from 'react';
import {
  type LevelFact,
  type LevelOp,
  type LevelRefusal,
  largestNumberOf,
  levelFacts,
  levelOps,
} from '#domain/levels/vocabulary.ts';
import { useWords } from '../../app/language/words.tsx';
import { NumberInput } from '../../design-system/antd/number-input.tsx';
import { Select } from '../../design-system/antd/select.tsx';
import type { DraftCondition } from './draft.ts';
import { signs } from './rule-words.ts';

type Props = {
  /** The row to which it belongs, for whoever hears the page. */
  name: string;
  condition: DraftCondition;
  /** The facts that other conditions of the row name. */
  taken: readonly LevelFact[];
  fault: LevelRefusal | undefined;
  set: (change: Partial<DraftCondition>) => void;
  remove: () => void;
  isOnly: boolean;
};

/** One condition: fact, comparison and number; of the safety flag only whether it is set. */
export function ConditionFields({ name, condition, taken, fault, set, remove, isOnly }: Props) {
  const { say, shared } = useWords();
  const id = useId();
  const { fact, op, number } = condition;
  const described = fault ? { 'aria-describedby': id, 'aria-invalid': true } : {};
  const choose = (chosen: LevelFact) =>
    set(
      chosen === 'danger'
        ? { fact: chosen, op: '=', number: 1 }
        : { fact: chosen, ...(fact === 'danger' && { op: '>=', number: null }) },
    );
  return (
    <div className={`draft-condition${fault ? ' field-faulty' : ''}`}>
      <Select<LevelFact>
        className="draft-fact"
        aria-label={`${name} ${say('levels.fact')}`}
        value={fact}
        onChange={choose}
        options={levelFacts
          .filter((one) => one === fact || !taken.includes(one))
          .map((one) => ({ value: one, label: shared.levelFacts[one] }))}
      />
      {fact === 'danger' ? (
        <Select<number>
          className="draft-op"
          aria-label={`${name} ${say('levels.has')}`}
          value={op === '=' && number === 0 ? 0 : 1}
          onChange={(chosen) => set({ op: '=', number: chosen })}
          options={[
            { value: 1, label: say('levels.yes') },
            { value: 0, label: say('levels.no') },
          ]}
        />
      ) : (
        <>
          <Select<LevelOp>
            className="draft-op"
            aria-label={`${name} ${say('levels.op')}`}
            value={op}
            onChange={(chosen) => set({ op: chosen })}
            options={levelOps.map((one) => ({ value: one, label: signs[one] }))}
          />
          <NumberInput
            className="draft-number"
            aria-label={`${name} ${shared.levelFacts[fact]} ${say('levels.number')}`}
            {...described}
            value={number}
            min={0}
            max={largestNumberOf[fact]}
            precision={0}
            {...(fault && { status: 'error' })}
            onChange={(typed) => set({ number: typed })}
          />
        </>
      )}
      {!isOnly && (
        <button type="button" className="text-button" onClick={remove}>
          {say('levels.removeCondition')}
          <span className="only-read-aloud"> {shared.levelFacts[fact]}</span>
        </button>
      )}
      {fault && (
        <p id={id} className="field-fault" role="alert">
          {shared.levelRefusals[fault]}
        </p>
      )}
    </div>
  );
}
