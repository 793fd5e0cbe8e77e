import { useRouteError } from 'react-router';
import { ErrorState } from '../../design-system/states/error-state.tsx';

/** A bug, or a chunk of an older build that is gone: say so, and let a reload mend it. */
export function PageFault() {
  const error = useRouteError();
  return <ErrorState error={error} retry={() => location.reload()} />;
}
