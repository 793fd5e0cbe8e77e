import { useInfiniteQuery } from '@tanstack/react-query';
import type { ListRefusedFilesAnswer } from '#contract/audit/refused-files.ts';
import { pagedQuery } from '../../app/api/paged-query.ts';
import { useWords } from '../../app/language/words.tsx';
import { fileSize } from '../../design-system/file-size.ts';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { PagedTable } from '../../design-system/table/paged-table.tsx';
import { Instant } from '../../design-system/time/instant.tsx';
import { useAuditFilters } from './use-audit-filters.ts';

/** Files in which the scanner found something, the latest first: at which door and what, never whose. */
export function RefusedFilesTable() {
  const { say } = useWords();
  const { fromDay, untilDay } = useAuditFilters().filters;
  const query = useInfiniteQuery(
    pagedQuery<ListRefusedFilesAnswer>('refused-files', '/api/v1/audit/refused-files', { fromDay, untilDay }),
  );
  return (
    <PagedTable
      caption={say('audit.refused')}
      query={query}
      rowsOf={(page) => page.files}
      empty={<EmptyState>{say('audit.noneRefused')}</EmptyState>}
      columns={[
        { key: 'at', head: say('audit.at'), cell: ({ at }) => <Instant at={at} /> },
        { key: 'door', head: say('audit.door'), cell: ({ door }) => say(`audit.${doorOf(door)}`) },
        { key: 'signature', head: say('audit.signature'), cell: ({ signature }) => signature },
        { key: 'size', head: say('audit.size'), cell: ({ sizeBytes }) => fileSize(sizeBytes) },
        {
          key: 'person',
          head: say('audit.person'),
          cell: ({ person }) =>
            person === null ? (
              '—'
            ) : (
              <>
                {person.name} <span className="soft">{person.username}</span>
              </>
            ),
        },
      ]}
    />
  );
}

/** The doors at which files are handed in: the public's site, a ledger, a matter's papers. */
function doorOf(pattern: string): 'doorPublic' | 'doorImports' | 'doorPapers' {
  if (pattern.startsWith('/p/')) return 'doorPublic';
  return pattern.startsWith('/api/v1/imports') ? 'doorImports' : 'doorPapers';
}
