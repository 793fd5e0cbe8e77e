import './procedures.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { ProcedureView } from '#contract/roadmap/procedures.ts';
import { useWords } from '../../app/language/words.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { ClocksTable } from './clocks-table.tsx';
import { ProcedureDetail } from './procedure-detail.tsx';
import { ProceduresMap } from './procedures-map.tsx';
import { proceduresQuery } from './procedures-query.ts';

/** Every procedure in force: drawn as what may follow what, and as a table of limits; one of them, whole. */
export function Procedures() {
  const { say } = useWords();
  const { key } = useParams();
  const query = useQuery(proceduresQuery);
  const all = query.data?.procedures ?? [];
  const inForce = all.filter(({ standing }) => standing.code === 'in-force');
  const chosen = key ? newest(all.filter(({ procedure }) => procedure.code === key)) : undefined;
  return (
    <PageFrame
      title={chosen ? chosen.procedure.label : say('procedures.title')}
      lead={chosen ? undefined : say('procedures.lead')}
      acts={key && <Link to="/procedures">{say('procedures.all')}</Link>}
      isWide
    >
      {query.isPending && <SkeletonRows count={8} />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && key && !chosen && <EmptyState>{say('procedures.unknown')}</EmptyState>}
      {query.isSuccess && (
        <>
          <Maps procedures={inForce} chosen={key} />
          {chosen ? (
            <ProcedureDetail
              procedure={chosen}
              all={inForce}
              otherVersions={all.filter((one) => one.procedure.code === key && one !== chosen)}
            />
          ) : (
            <section aria-labelledby="limits" className="procedure">
              <h2 id="limits">{say('procedures.clocks')}</h2>
              <ClocksTable procedures={inForce} caption={say('procedures.clocks')} hasHeads />
            </section>
          )}
        </>
      )}
    </PageFrame>
  );
}

/** The version in force, or else the one that comes next. */
function newest(versions: readonly ProcedureView[]): ProcedureView | undefined {
  return versions.find(({ standing }) => standing.code === 'in-force') ?? versions.at(-1);
}

function Maps({ procedures, chosen }: { procedures: readonly ProcedureView[]; chosen: string | undefined }) {
  const { say } = useWords();
  const isStep = ({ heldBy }: ProcedureView) => heldBy.code === 'step';
  return (
    <section aria-labelledby="map" className={`maps${chosen ? ' maps-beside' : ''}`}>
      <h2 id="map">{say('procedures.map')}</h2>
      <p className="faint maps-key">{say('procedures.mapKey')}</p>
      <h3>{say('procedures.ofLaw')}</h3>
      <ProceduresMap
        procedures={procedures.filter((one) => !isStep(one))}
        chosen={chosen}
        label={say('procedures.ofLaw')}
      />
      <h3>{say('procedures.ofOffice')}</h3>
      <ProceduresMap
        procedures={procedures.filter(isStep)}
        chosen={chosen}
        label={say('procedures.ofOffice')}
      />
    </section>
  );
}
