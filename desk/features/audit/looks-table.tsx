import { useInfiniteQuery } from '@tanstack/react-query';
import type { ListLooksAnswer } from '#contract/audit/unusual.ts';
import { pagedQuery } from '../../app/api/paged-query.ts';
import { useWords } from '../../app/language/words.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { PagedTable } from '../../design-system/table/paged-table.tsx';
import { Instant } from '../../design-system/time/instant.tsx';

/** Which auditor looked at what of these pages. */
export function LooksTable({ limit }: { limit?: number }) {
  const { say } = useWords();
  const query = useInfiniteQuery(pagedQuery<ListLooksAnswer>('looks', '/api/v1/audit/looks', { limit }));
  return (
    <PagedTable
      caption={say('audit.looks')}
      query={query}
      rowsOf={(page) => page.looks}
      empty={<EmptyState>{say('audit.none')}</EmptyState>}
      columns={[
        { key: 'at', head: say('audit.at'), cell: ({ at }) => <Instant at={at} /> },
        {
          key: 'person',
          head: say('audit.person'),
          cell: ({ person }) => (
            <>
              {person.name} <span className="soft">{person.username}</span>
            </>
          ),
        },
        { key: 'what', head: say('audit.did'), cell: ({ whatLabel }) => whatLabel },
        { key: 'asked', head: say('audit.asked'), cell: ({ asked }) => asked.join(' · ') || '—' },
      ]}
    />
  );
}
