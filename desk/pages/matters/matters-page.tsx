import './matters-page.css';
import { useEffect } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../../app/language/words.tsx';
import { late } from '../../app/late/late.tsx';
import { whenQuiet } from '../../app/late/when-quiet.ts';
import { usePageTitle } from '../../design-system/page-frame.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { ExportListButton } from '../../features/exports/export-list.tsx';
import { QueuePane } from '../../features/matters/queue/queue-pane.tsx';

const OpenedMatter = late(() => import('./opened-matter.tsx'));
export const fetchBelow = OpenedMatter.fetch;

/** The queue, and beside it the matter that is open; on a narrow screen one of the two. */
export function Component() {
  const { say } = useWords();
  const { id } = useParams();
  usePageTitle(say('place.queue'));
  // Fetched while the queue is read: one of it will be opened.
  useEffect(() => whenQuiet(() => void fetchBelow()), []);
  return (
    <div className={`matters-page${id ? ' matters-page-open' : ''}`}>
      <QueuePane tools={(filters) => <ExportListButton filter={filters} />} />
      {id ? (
        <OpenedMatter key={id} id={id} waiting={<SkeletonRows count={8} />} />
      ) : (
        <p className="matters-none soft">{say('queue.choose')}</p>
      )}
    </div>
  );
}
