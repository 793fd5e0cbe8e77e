import { useState } from 'react';
import type { ImportView } from '#contract/imports/imports.ts';
import { download } from '../../app/api/download.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { ImportConflict } from './import-conflict.tsx';
import { useImportStep } from './use-import-step.ts';

/** What the check found, or what has been brought in, and the rows that could not be. */
export function ImportResult({ one }: { one: ImportView }) {
  const { say } = useWords();
  const step = useImportStep(one);
  const isChecked = one.status === 'checked';
  const facts = [
    { name: say('imports.rows'), count: one.rows },
    { name: say(isChecked ? 'imports.new' : 'imports.imported'), count: one.imported },
    { name: say('imports.unchanged'), count: one.unchanged },
    { name: say('imports.refused'), count: one.refused },
  ];
  const act = say('imports.run', { count: one.imported });
  return (
    <section className="card imports-part" aria-labelledby="import-result">
      <h2 id="import-result">{say(isChecked ? 'imports.result' : 'imports.step.done')}</h2>
      <dl className="import-facts">
        {facts.map(({ name, count }) => (
          <div key={name}>
            <dt className="soft">{name}</dt>
            <dd>{say('imports.count', { count })}</dd>
          </div>
        ))}
      </dl>
      {one.refused > 0 && <RefusedRows one={one} />}
      {step.conflict && (
        <ImportConflict
          current={step.conflict}
          typed={[{ name: say('imports.step.running'), value: act }]}
          goOn={step.goOn}
        />
      )}
      {step.error && <ErrorState error={step.error} />}
      {isChecked && one.imported === 0 && <p className="soft">{say('imports.nothing')}</p>}
      {isChecked && one.imported > 0 && (
        <div>
          <Button
            type={one.doubts.length > 0 ? 'default' : 'primary'}
            loading={step.isPending}
            onClick={() => step.take('run', {})}
          >
            {act}
          </Button>
        </div>
      )}
    </section>
  );
}

function RefusedRows({ one }: { one: ImportView }) {
  const { say } = useWords();
  const [error, setError] = useState<unknown>();
  const fetchRows = async () => {
    setError(undefined);
    const name = `${one.name.replace(/\.(csv|xlsx)$/i, '')}-${say('imports.refused')}.csv`;
    await download(`/api/v1/imports/${one.id}/refused-rows`, name).catch(setError);
  };
  return (
    <>
      {error !== undefined && <ErrorState error={error} />}
      <div className="not-printed">
        <Button onClick={() => void fetchRows()}>{say('imports.refusedRows')}</Button>
      </div>
    </>
  );
}
