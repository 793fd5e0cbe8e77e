import { Link } from 'react-router';
import { useWords } from '../../app/language/words.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';

export function NotFoundPage() {
  const { say } = useWords();
  return <EmptyState act={<Link to="/">{say('error.toStart')}</Link>}>{say('error.noPage')}</EmptyState>;
}
