import type { ExportView } from '#contract/exports/exports.ts';
import { useWords } from '../../app/language/words.tsx';
import { MatterCode } from '../../design-system/marks/matter-code.tsx';
import { Instant } from '../../design-system/time/instant.tsx';

/** What an export is of: which list or matter, how much of each, how many, and what for. */
export function ExportFacts({ asked }: { asked: ExportView }) {
  const { say } = useWords();
  return (
    <>
      <h3 className="export-what">
        <span>{asked.contentsLabel}</span>
        <span className="export-format">{asked.format.toUpperCase()}</span>
      </h3>
      <p className="soft export-of">
        {asked.matterCode === null ? (
          <>
            <span>{asked.filter.join(' · ')}</span>
            <span>{say('exports.rowsOf', { count: asked.rows })}</span>
          </>
        ) : (
          <MatterCode code={asked.matterCode} />
        )}
        <Instant at={asked.askedAt} />
      </p>
      {asked.purpose !== null && <p>{say('exports.purpose', { words: asked.purpose })}</p>}
    </>
  );
}
