import './passed-on.css';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { OriginAnswer } from '#contract/oversight/oversight.ts';
import { request } from '../../../app/api/request.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { MatterCode } from '../../../design-system/marks/matter-code.tsx';
import { PageFrame } from '../../../design-system/page-frame.tsx';
import { EmptyState } from '../../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';

const passedOnQuery = infiniteQueryOptions({
  queryKey: ['matters', 'passed-on'],
  queryFn: ({ pageParam, signal }) =>
    request<OriginAnswer>('/api/v1/origin/matters', { query: { after: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

/** 首接负责: what this centre took in and passed on, by code and stage: enough to answer whoever asks at the counter. */
export function PassedOn() {
  const { say } = useWords();
  const query = useInfiniteQuery(passedOnQuery);
  const matters = query.data?.pages.flatMap((page) => page.matters) ?? [];
  return (
    <PageFrame title={say('passedOn.title')} lead={say('passedOn.lead')}>
      {query.isPending && <SkeletonRows />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && matters.length === 0 && <EmptyState>{say('passedOn.none')}</EmptyState>}
      {matters.length > 0 && (
        <section className="card">
          <ul className="passed-on">
            {matters.map((matter) => (
              <li key={matter.code}>
                <MatterCode code={matter.code} /> <strong>{matter.statusLabel}</strong>{' '}
                <span className="soft">{matter.lead.name}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {query.hasNextPage && (
        <div>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say('queue.loadMore')}
          </Button>
        </div>
      )}
    </PageFrame>
  );
}
