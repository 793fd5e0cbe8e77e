import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { UnusualAnswer, UnusualFactView } from '#contract/audit/unusual.ts';
import { request } from '../../app/api/request.ts';
import { useWords } from '../../app/language/words.tsx';
import { MatterCode } from '../../design-system/marks/matter-code.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { exactDay } from '../../design-system/time/day-words.ts';
import { LooksTable } from './looks-table.tsx';
import { useAuditFilters } from './use-audit-filters.ts';

/** Facts about openings, the latest first, each with the way to the openings behind it; and who looked at them. */
export function UnusualFacts() {
  const { say } = useWords();
  const { fromDay, untilDay } = useAuditFilters().filters;
  const query = useQuery({
    queryKey: ['unusual', fromDay, untilDay],
    queryFn: ({ signal }) =>
      request<UnusualAnswer>('/api/v1/audit/unusual', { query: { fromDay, untilDay }, signal }),
  });
  return (
    <>
      <p className="soft running">{say('audit.unusualLead')}</p>
      {query.isPending && <SkeletonRows />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.data && <FactsTable answer={query.data} />}
      <section className="audit-looks">
        <h2>{say('audit.latestLooks')}</h2>
        <LooksTable limit={10} />
      </section>
    </>
  );
}

function FactsTable({ answer }: { answer: UnusualAnswer }) {
  const { say } = useWords();
  if (answer.facts.length === 0) return <EmptyState>{say('audit.noneUnusual')}</EmptyState>;
  const heads = ['audit.days', 'audit.fact', 'audit.person', 'audit.posting'] as const;
  return (
    <>
      <div className="data-table">
        <table>
          <caption className="only-read-aloud">{say('audit.unusual')}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {say(head)}
                </th>
              ))}
              <th scope="col">
                <span className="only-read-aloud">{say('table.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.facts.map((fact) => (
              <Fact key={keyOf(fact)} fact={fact} />
            ))}
          </tbody>
        </table>
      </div>
      {answer.isCapped && <p className="soft">{say('audit.capped')}</p>}
    </>
  );
}

const keyOf = (fact: UnusualFactView): string =>
  [fact.rule, fact.person.id, fact.unit.id, fact.fromDay, fact.matterCode, fact.region].join(' ');

function Fact({ fact }: { fact: UnusualFactView }) {
  const { language, say } = useWords();
  const days = [fact.fromDay, fact.untilDay].map((day) => exactDay(day, language));
  return (
    <tr>
      <td data-head={say('audit.days')}>
        {fact.fromDay === fact.untilDay
          ? days[0]
          : say('audit.daySpan', { from: days[0] ?? '', until: days[1] ?? '' })}
      </td>
      <td data-head={say('audit.fact')}>
        <strong>{fact.ruleLabel}</strong>
        <br />
        {fact.matterCode && <MatterCode code={fact.matterCode} />} {fact.fact}
        <br />
        <span className="faint">{fact.because}</span>
      </td>
      <td data-head={say('audit.person')}>
        {fact.person.name} <span className="soft">{fact.person.username}</span>
      </td>
      <td data-head={say('audit.posting')}>
        {fact.roleLabel} · {fact.unit.name}
      </td>
      <td>
        <Link to={`/audit?${behind(fact)}`}>{say('audit.behind')}</Link>
      </td>
    </tr>
  );
}

/** The openings behind a fact stand under an address of their own, so that a finding can be sent as a link. */
function behind({ rule, person, fromDay, untilDay, region }: UnusualFactView): URLSearchParams {
  return new URLSearchParams({
    behind: rule,
    user: person.username,
    fromDay,
    untilDay,
    ...(region !== null && { region }),
  });
}
