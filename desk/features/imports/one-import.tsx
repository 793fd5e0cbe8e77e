import './imports.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ImportView } from '#contract/imports/imports.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { Progress } from '../../design-system/states/progress.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { instantWords } from '../../design-system/time/day-words.ts';
import { ColumnsForm } from './columns-form.tsx';
import { DoubtsForm } from './doubts-form.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportSteps } from './import-steps.tsx';
import { importQuery, lookAgainInMs } from './imports-query.ts';

/** One ledger on its way in: what is known of it, and the next step. */
export function OneImport({ id }: { id: string }) {
  const { say } = useWords();
  const query = useQuery({
    ...importQuery(id),
    refetchInterval: ({ state }) => lookAgainInMs(state.data ? [state.data] : []),
  });
  return (
    <PageFrame
      title={query.data?.name ?? say('imports.title')}
      lead={query.data && <Where one={query.data} />}
      acts={<Link to="/imports">{say('imports.back')}</Link>}
      isWide
    >
      {query.isPending && <SkeletonRows />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.data && <Steps one={query.data} />}
    </PageFrame>
  );
}

function Where({ one }: { one: ImportView }) {
  const { say, language } = useWords();
  return <>{say('imports.byAt', { name: one.by, at: instantWords(one.askedAt, language) })}</>;
}

function Steps({ one }: { one: ImportView }) {
  const { say } = useWords();
  const [isMatching, setMatching] = useState(false);
  const { status } = one;
  const isDrawing = one.isFileKept && (status === 'uploaded' || (status === 'checked' && isMatching));
  return (
    <>
      <ImportSteps one={one} isMatching={isDrawing} />
      <p role="status" className="import-state">
        <strong>{one.statusLabel}</strong>
        {one.stop !== null && <span>{one.stop.label}</span>}
        {!one.isFileKept && <span className="soft">{say('imports.gone')}</span>}
      </p>
      {(status === 'checking' || status === 'running') && <UnderWay one={one} />}
      {isDrawing && <ColumnsForm one={one} onChecking={() => setMatching(false)} />}
      {!isDrawing && status === 'checked' && one.isFileKept && (
        <>
          {one.doubts.length > 0 && <DoubtsForm one={one} />}
          <ImportResult one={one} />
          <div>
            <Button onClick={() => setMatching(true)}>{say('imports.checkAgain')}</Button>
          </div>
        </>
      )}
      {(status === 'done' || status === 'stopped') && one.map !== null && <ImportResult one={one} />}
    </>
  );
}

function UnderWay({ one: { status, rows, rowsRead } }: { one: ImportView }) {
  const { say } = useWords();
  if (status === 'checking') return <p className="faint">{say('imports.checking', { count: rowsRead })}</p>;
  const sentence = say('imports.running', { done: rowsRead, rows });
  return (
    <div className="import-progress">
      <Progress
        percent={Math.min(100, Math.floor((rowsRead * 100) / Math.max(1, rows)))}
        aria-label={sentence}
      />
      <span className="faint">{sentence}</span>
    </div>
  );
}
