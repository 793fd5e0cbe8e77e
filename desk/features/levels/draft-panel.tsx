import { useRef, useState } from 'react';
import type { LevelRulesView } from '#contract/levels/level-rules.ts';
import { mostRows } from '#domain/levels/table.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { addRow, changeRow, type Draft, faultsOf, moveRow, removeRow, rowsOf } from './draft.ts';
import { DraftRowFields } from './draft-row.tsx';
import { PublishForm } from './publish-form.tsx';
import { TrialResults } from './trial-results.tsx';
import { useTrial } from './use-trial.ts';

type Props = {
  view: LevelRulesView;
  draft: Draft;
  change: (draft: Draft) => void;
  discard: () => void;
  usePack: () => void;
};

/** The rules being edited, with what is wrong at its place; tried before they are published. */
export function DraftPanel({ view, draft, change, discard, usePack }: Props) {
  const { say, shared } = useWords();
  const panel = useRef<HTMLElement>(null);
  const [isTried, setTried] = useState(false);
  const trial = useTrial();
  const faults = faultsOf(draft);
  const rows = rowsOf(draft);
  const shownFaults = isTried ? faults : [];
  const ofTable = shownFaults.filter(({ row }) => row === null);
  const showFaults = () => {
    setTried(true);
    // Once they are marked.
    requestAnimationFrame(() =>
      panel.current?.querySelector<HTMLElement>('.draft-rows [aria-invalid=true]')?.focus(),
    );
  };
  const tryIt = () => (faults.length === 0 ? trial.start(rows) : showFaults());
  const isStale = trial.rows !== null && JSON.stringify(trial.rows) !== JSON.stringify(rows);
  return (
    <section ref={panel} className="card level-card" aria-labelledby="rules-draft">
      <header>
        <div>
          <h2 id="rules-draft">{say('levels.draft')}</h2>
          <p className="soft">{say('levels.draftLead')}</p>
        </div>
        <div className="row-acts">
          <button type="button" className="text-button" onClick={usePack}>
            {say('levels.usePack')}
          </button>
          <button type="button" className="text-button" onClick={discard}>
            {say('levels.discard')}
          </button>
        </div>
      </header>
      <ol className="draft-rows">
        {draft.rows.map((row, index) => (
          <DraftRowFields
            key={row.key}
            row={row}
            draft={draft}
            index={index}
            levels={view.levels}
            faults={shownFaults.filter((fault) => fault.row === index)}
            change={change}
            set={(by) => change(changeRow(draft, row.key, by))}
            move={(by) => change(moveRow(draft, row.key, by))}
            remove={() => change(removeRow(draft, row.key))}
          />
        ))}
      </ol>
      {ofTable.map(({ code }) => (
        <p key={code} className="field-fault" role="alert">
          {shared.levelRefusals[code]}
        </p>
      ))}
      <div className="form-acts">
        {draft.rows.length < mostRows && (
          <Button onClick={() => change(addRow(draft))}>{say('levels.addRow')}</Button>
        )}
        <Button onClick={tryIt} disabled={trial.isRunning}>
          {say(isStale && !trial.isRunning ? 'levels.tryAgain' : 'levels.try')}
        </Button>
      </div>
      <TrialResults trial={trial} levels={view.levels} isStale={isStale} />
      <PublishForm
        view={view}
        rows={rows}
        isInOrder={faults.length === 0}
        showFaults={showFaults}
        done={discard}
      />
    </section>
  );
}
