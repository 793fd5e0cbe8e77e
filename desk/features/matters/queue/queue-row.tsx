import { memo } from 'react';
import { NavLink } from 'react-router';
import type { MatterRow } from '#contract/matters/list-matters.ts';
import { useWords } from '../../../app/language/words.tsx';
import { LevelMark } from '../../../design-system/marks/level-mark.tsx';
import { dayWords, exactDay, instantWords } from '../../../design-system/time/day-words.ts';

/** Two lines: what and how far; until when and why it stands where it stands. */
export const QueueRow = memo(function QueueRow({
  row,
  search,
  isChosen,
  pick,
}: {
  row: MatterRow;
  search: string;
  isChosen?: boolean | undefined;
  /** While several are being selected: takes this one in, or out again. */
  pick?: ((row: MatterRow) => void) | undefined;
}) {
  const { language, say } = useWords();
  const due = row.dueOn
    ? { words: dayWords(row.dueOn, language), exact: exactDay(row.dueOn, language) }
    : undefined;
  const line = (
    <NavLink to={{ pathname: `/matters/${row.id}`, search }} className="queue-row" data-matter-row={row.id}>
      <span className="queue-line">
        {row.level && <LevelMark {...row.level} isShort />}
        {row.isAssisting && <span className="queue-assist">{say('joint.row')}</span>}
        {row.isSealed && <span className="queue-assist">{say('side.sealedMark')}</span>}
        {row.isSuspended && <span className="queue-assist">{say('side.suspendedMark')}</span>}
        <span className="queue-subject">{row.subject}</span>
        <span className="queue-status">{row.statusLabel}</span>
      </span>
      <span className="queue-line queue-why">
        {due && (
          <time
            dateTime={row.dueOn ?? undefined}
            title={due.exact}
            className={row.isLate ? 'queue-late' : undefined}
          >
            {due.words}
          </time>
        )}
        {row.endedAt && <span>{instantWords(row.endedAt, language)}</span>}
        <span className="queue-reason">{[row.reason, row.kind.label, row.region.label].join(' · ')}</span>
      </span>
    </NavLink>
  );
  // The link keeps its place whether or not several are being selected, and with it the focus.
  return (
    <div className={`${pick ? 'queue-item' : ''}${isChosen ? ' queue-item-chosen' : ''}`}>
      {pick && (
        <label className="queue-pick">
          <span className="only-read-aloud">{say('bulk.pick', { subject: row.subject })}</span>
          <input type="checkbox" checked={isChosen ?? false} onChange={() => pick(row)} />
        </label>
      )}
      {line}
    </div>
  );
});
