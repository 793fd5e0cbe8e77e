import './imports.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWords } from '../../app/language/words.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { instantWords } from '../../design-system/time/day-words.ts';
import { importsQuery, lookAgainInMs } from './imports-query.ts';
import { UploadLedger } from './upload-ledger.tsx';

/** Ledgers that my office brought in, the latest first, and the way to bring in another. */
export function Imports() {
  const { say } = useWords();
  return (
    <PageFrame title={say('imports.title')} lead={say('imports.lead')}>
      <UploadLedger />
      <section aria-labelledby="my-imports" className="imports-part">
        <h2 id="my-imports">{say('imports.mine')}</h2>
        <OfficeImports />
      </section>
    </PageFrame>
  );
}

function OfficeImports() {
  const { say, language } = useWords();
  const query = useQuery({
    ...importsQuery,
    refetchInterval: ({ state }) => lookAgainInMs(state.data?.imports ?? []),
  });
  if (query.isPending) return <SkeletonRows />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const { imports } = query.data;
  if (imports.length === 0) return <EmptyState>{say('imports.none')}</EmptyState>;
  return (
    <ul className="import-cards">
      {imports.map((one) => (
        <li key={one.id} className="card import-card">
          <Link to={`/imports/${one.id}`} aria-label={say('imports.open', { name: one.name })}>
            {one.name}
          </Link>
          <span>{one.statusLabel}</span>
          <span className="soft">
            {say('imports.byAt', { name: one.by, at: instantWords(one.askedAt, language) })}
          </span>
          {one.status === 'done' && (
            <span className="soft">
              {say('imports.imported')} {say('imports.count', { count: one.imported })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
