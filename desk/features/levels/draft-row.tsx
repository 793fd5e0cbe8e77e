import type { LevelRulesView } from '#contract/levels/level-rules.ts';
import type { TableFault } from '#domain/levels/table.ts';
import { type Level, levelFacts } from '#domain/levels/vocabulary.ts';
import { useWords } from '../../app/language/words.tsx';
import { Select } from '../../design-system/antd/select.tsx';
import { LevelMark } from '../../design-system/marks/level-mark.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { addCondition, type Draft, type DraftRow } from './draft.ts';

type Props = {
  row: DraftRow;
  draft: Draft;
  index: number;
  levels: LevelRulesView['levels'];
  faults: readonly TableFault[];
  change: (draft: Draft) => void;
  set: (change: Partial<DraftRow>) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
};

/** One row: its colour, its conditions, and its place among the others. */
export function DraftRowFields(props: Props) {
  const { say, shared } = useWords();
  const { row, draft, index, levels, faults, set } = props;
  const name = say('levels.row', { row: index + 1 });
  const ofRow = faults.filter(({ condition }) => condition === null);
  const unused = levelFacts.find((fact) => !row.when.some((one) => one.fact === fact));
  return (
    <li>
      <fieldset className="draft-row">
        <legend className="only-read-aloud">{name}</legend>
        <Select<Level>
          className="draft-level"
          aria-label={`${name} ${say('levels.level')}`}
          value={row.level}
          onChange={(level) => set({ level })}
          options={levels.map(({ level, label }) => ({
            value: level,
            label: <LevelMark level={level} label={label} />,
          }))}
        />
        <div className="draft-conditions">
          {row.when.map((condition, at) => (
            <ConditionFields
              key={condition.key}
              name={name}
              condition={condition}
              taken={row.when.filter((one) => one !== condition).map(({ fact }) => fact)}
              fault={faults.find((fault) => fault.condition === at)?.code}
              set={(by) =>
                set({ when: row.when.map((one) => (one === condition ? { ...one, ...by } : one)) })
              }
              remove={() => set({ when: row.when.filter((one) => one !== condition) })}
              isOnly={row.when.length === 1}
            />
          ))}
          {ofRow.map(({ code }) => (
            <p key={code} className="field-fault" role="alert">
              {shared.levelRefusals[code]}
            </p>
          ))}
        </div>
        <div className="row-acts">
          {unused && (
            <button
              type="button"
              className="text-button"
              onClick={() => props.change(addCondition(draft, row, unused))}
            >
              {say('levels.addCondition')}
              <span className="only-read-aloud"> {name}</span>
            </button>
          )}
          <button type="button" className="text-button" disabled={index === 0} onClick={() => props.move(-1)}>
            {say('levels.up')}
            <span className="only-read-aloud"> {name}</span>
          </button>
          <button
            type="button"
            className="text-button"
            disabled={index === draft.rows.length - 1}
            onClick={() => props.move(1)}
          >
            {say('levels.down')}
            <span className="only-read-aloud"> {name}</span>
          </button>
          <button type="button" className="text-button" onClick={props.remove}>
            {say('levels.removeRow')}
            <span className="only-read-aloud"> {name}</span>
          </button>
        </div>
      </fieldset>
    </li>
  );
}
