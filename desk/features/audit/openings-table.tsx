import { useInfiniteQuery } from '@tanstack/react-query';
import type { ListOpeningsAnswer } from '#contract/audit/openings.ts';
import { pagedQuery } from '../../app/api/paged-query.ts';
import { useWords } from '../../app/language/words.tsx';
import { MatterCode } from '../../design-system/marks/matter-code.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { PagedTable } from '../../design-system/table/paged-table.tsx';
import { Instant } from '../../design-system/time/instant.tsx';
import { PersonFilter } from './person-filter.tsx';
import { useAuditFilters } from './use-audit-filters.ts';

/** Who opened which file, the latest first. */
export function OpeningsTable() {
  const { say } = useWords();
  const { type: _type, ...filters } = useAuditFilters().filters;
  const query = useInfiniteQuery(
    pagedQuery<ListOpeningsAnswer>('openings', '/api/v1/audit/openings', filters),
  );
  return (
    <PagedTable
      caption={say('audit.openings')}
      query={query}
      rowsOf={(page) => page.openings}
      empty={<EmptyState>{say('audit.none')}</EmptyState>}
      columns={[
        { key: 'at', head: say('audit.at'), cell: ({ at }) => <Instant at={at} /> },
        {
          key: 'person',
          head: say('audit.person'),
          cell: ({ person, unit }) => (unit === null ? '—' : <PersonFilter person={person} />),
        },
        {
          key: 'posting',
          head: say('audit.posting'),
          cell: ({ roleLabel, unit }) => (unit === null ? roleLabel : `${roleLabel} · ${unit.name}`),
        },
        { key: 'what', head: say('audit.did'), cell: ({ whatLabel }) => whatLabel },
        {
          key: 'matter',
          head: say('audit.code'),
          cell: ({ matterCode }) => (matterCode === null ? '—' : <MatterCode code={matterCode} />),
        },
        {
          key: 'purpose',
          head: say('audit.purpose'),
          cell: ({ purpose, what }) =>
            purpose === null ? (
              '—'
            ) : (
              <>
                {purpose.label}
                {what === 'purpose' && <p className="soft audit-words">{purpose.words}</p>}
              </>
            ),
        },
      ]}
    />
  );
}
