import './exports.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { isPermitted } from '#domain/access/permissions.ts';
import { useWords } from '../../app/language/words.tsx';
import { useSession } from '../../app/session/session.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { ExportCard } from './export-card.tsx';
import { lookAgainInMs, ownExportsQuery } from './exports-query.ts';
import { ToDecide } from './to-decide.tsx';

/** What I asked to take away, and what colleagues want to: with the hash of each file, and who agreed. */
export function Exports() {
  const { say } = useWords();
  const { acting } = useSession();
  const mayDecide = acting !== null && isPermitted('decide-export', acting);
  return (
    <PageFrame title={say('exports.title')} lead={say('exports.lead')}>
      {mayDecide && <ToDecide />}
      <section aria-labelledby="my-exports" className="exports-part">
        <h2 id="my-exports">{say('exports.mine')}</h2>
        <OwnExports />
      </section>
    </PageFrame>
  );
}

function OwnExports() {
  const { say } = useWords();
  const query = useInfiniteQuery({
    ...ownExportsQuery,
    refetchInterval: ({ state }) => lookAgainInMs(state.data?.pages.flatMap((page) => page.exports) ?? []),
  });
  if (query.isPending) return <SkeletonRows />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const exports = query.data.pages.flatMap((page) => page.exports);
  if (exports.length === 0) return <EmptyState>{say('exports.none')}</EmptyState>;
  return (
    <>
      <ul className="export-cards">
        {exports.map((one) => (
          <ExportCard key={one.id} asked={one} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say('queue.loadMore')}
          </Button>
        </div>
      )}
    </>
  );
}
