import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportView } from '#contract/exports/exports.ts';
import { download } from '../../app/api/download.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { fileSize } from '../../design-system/file-size.ts';
import { copyText } from '../../design-system/marks/copy-text.ts';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';
import { Progress } from '../../design-system/states/progress.tsx';
import { instantWords } from '../../design-system/time/day-words.ts';
import { ExportFacts } from './export-facts.tsx';

/** One of my exports: how far it is, and once it is there its hash and the way to fetch it. */
export function ExportCard({ asked }: { asked: ExportView }) {
  const { say, language } = useWords();
  const { decidedBy, reason, status, stop, holdsUntil } = asked;
  return (
    <li className="card export-card">
      <ExportFacts asked={asked} />
      <p className={`export-state export-${status}`} role="status">
        <strong>{asked.statusLabel}</strong>
        {stop !== null && <span>{stop.label}</span>}
        {status === 'waiting' && holdsUntil !== null && (
          <span className="soft">
            {say('exports.waitsUntil', { until: instantWords(holdsUntil, language) })}
          </span>
        )}
        {decidedBy !== null && (
          <span className="soft">
            {status === 'refused'
              ? say('exports.refusedBy', { ...named(decidedBy), reason: reason ?? '' })
              : say('exports.approvedBy', named(decidedBy))}
          </span>
        )}
      </p>
      {status === 'making' && <Making asked={asked} />}
      {asked.file !== null && <MadeFile file={asked.file} />}
    </li>
  );
}

const named = ({ name, unit }: NonNullable<ExportView['decidedBy']>) => ({ name, unit: unit.name });

function Making({ asked: { contents, rows, rowsDone } }: { asked: ExportView }) {
  const { say } = useWords();
  const isFile = contents === 'file';
  const sentence = say(isFile ? 'exports.progressFile' : 'exports.progress', { done: rowsDone, rows });
  const percent = isFile ? 0 : Math.min(100, Math.floor((rowsDone * 100) / Math.max(1, rows)));
  return (
    <div className="export-progress">
      {!isFile && <Progress percent={percent} aria-label={sentence} />}
      <span className="faint">{sentence}</span>
    </div>
  );
}

function MadeFile({ file }: { file: NonNullable<ExportView['file']> }) {
  const { say, language } = useWords();
  const tell = useNotice();
  const queryClient = useQueryClient();
  const [fetching, setFetching] = useState<{ error?: unknown; isUnderWay: boolean }>({ isUnderWay: false });
  const { href, name } = file;
  const fetchFile = async (path: string) => {
    setFetching({ isUnderWay: true });
    try {
      await download(path, name);
      setFetching({ isUnderWay: false });
    } catch (error) {
      setFetching({ isUnderWay: false, error });
    }
    await queryClient.invalidateQueries({ queryKey: ['exports'] });
  };
  return (
    <>
      <dl className="export-file">
        <div>
          <dt>{name}</dt>
          <dd className="soft">
            {fileSize(file.bytes)} · {say('exports.fetched', { count: file.fetches })}
            {href !== null && (
              <> · {say('exports.keptUntil', { until: instantWords(file.keptUntil, language) })}</>
            )}
          </dd>
        </div>
        <div>
          <dt>{say('exports.hash')}</dt>
          <dd>
            <code className="export-hash">{file.sha256}</code>{' '}
            <button
              type="button"
              className="text-button not-printed"
              onClick={() =>
                void copyText(file.sha256).then((isDone) => isDone && tell(say('exports.copied')))
              }
            >
              {say('exports.copyHash')}
              <span className="only-read-aloud"> SHA-256</span>
            </button>
          </dd>
        </div>
      </dl>
      {fetching.error !== undefined && <ErrorState error={fetching.error} />}
      {href !== null && (
        <div className="not-printed">
          <Button
            loading={fetching.isUnderWay}
            aria-label={say('exports.fetchNamed', { name })}
            onClick={() => void fetchFile(href)}
          >
            {say('exports.fetch')}
          </Button>
        </div>
      )}
    </>
  );
}
