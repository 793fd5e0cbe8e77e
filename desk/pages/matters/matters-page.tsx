import './matters-page.css';
import { useParams } from 'react-router';
import { useWords } from '../../app/language/words.tsx';
import { usePageTitle } from '../../design-system/page-frame.tsx';
import { MatterPage } from '../../features/matters/page/matter-page.tsx';
import { QueuePane } from '../../features/matters/queue/queue-pane.tsx';

/** The queue, and beside it the matter that is open; on a narrow screen one of the two. */
export function Component() {
  const { say } = useWords();
  const { id } = useParams();
  usePageTitle(say('place.queue'));
  return (
    <div className={`matters-page${id ? ' matters-page-open' : ''}`}>
      <QueuePane />
      {id ? <MatterPage key={id} id={id} /> : <p className="matters-none soft">{say('queue.choose')}</p>}
    </div>
  );
}
