import { useInfiniteQuery } from '@tanstack/react-query';
import type { ChangeView, ListChangesAnswer } from '#contract/audit/changes.ts';
import { pagedQuery } from '../../app/api/paged-query.ts';
import { useWords } from '../../app/language/words.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { PagedTable } from '../../design-system/table/paged-table.tsx';
import { Instant } from '../../design-system/time/instant.tsx';
import { PersonFilter } from './person-filter.tsx';
import { useAuditFilters } from './use-audit-filters.ts';

/** Who changed what of accounts, postings, absences and units, the latest first. */
export function ChangesTable() {
  const { say } = useWords();
  const { code: _code, behind: _behind, region: _region, ...filters } = useAuditFilters().filters;
  const query = useInfiniteQuery(pagedQuery<ListChangesAnswer>('changes', '/api/v1/audit/changes', filters));
  return (
    <PagedTable
      caption={say('audit.changes')}
      query={query}
      rowsOf={(page) => page.changes}
      empty={<EmptyState>{say('audit.none')}</EmptyState>}
      columns={[
        { key: 'at', head: say('audit.at'), cell: ({ at }) => <Instant at={at} /> },
        {
          key: 'person',
          head: say('audit.person'),
          cell: ({ actor, roleLabel }) => (actor ? <PersonFilter person={actor} /> : roleLabel),
        },
        { key: 'type', head: say('audit.did'), cell: ({ typeLabel }) => typeLabel },
        { key: 'facts', head: say('audit.facts'), cell: ({ facts }) => <Facts facts={facts} /> },
      ]}
    />
  );
}

function Facts({ facts }: Pick<ChangeView, 'facts'>) {
  return (
    <dl className="change-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
