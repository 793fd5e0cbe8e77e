import './matters-page.css';
import { useParams } from 'react-router';
import { useWords } from '../../app/language/words.tsx';
import { usePageTitle } from '../../design-system/page-frame.tsx';
import { ExportFileButton } from '../../features/exports/export-file.tsx';
import { ExportListButton } from '../../features/exports/export-list.tsx';
import { MatterPage } from '../../features/matters/page/matter-page.tsx';
import { QueuePane } from '../../features/matters/queue/queue-pane.tsx';
import { OfferOpening } from '../../features/openings/offer-opening.tsx';

/** The queue, and beside it the matter that is open; on a narrow screen one of the two. */
export function Component() {
  const { say } = useWords();
  const { id } = useParams();
  usePageTitle(say('place.queue'));
  return (
    <div className={`matters-page${id ? ' matters-page-open' : ''}`}>
      <QueuePane tools={(filters) => <ExportListButton filter={filters} />} />
      {id ? (
        <MatterPage
          key={id}
          id={id}
          unopened={(otherwise) => <OfferOpening id={id} otherwise={otherwise} />}
          paperTools={(matter) => <ExportFileButton matterId={matter.id} />}
        />
      ) : (
        <p className="matters-none soft">{say('queue.choose')}</p>
      )}
    </div>
  );
}
