import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { SimilarMatter, SimilarMatters } from '#contract/intake/intake.ts';
import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { request } from '../../../app/api/request.ts';
import { keepForLater } from '../../../app/kept/kept-state.ts';
import { useWords } from '../../../app/language/words.tsx';
import { groupCode } from '../../../design-system/marks/group-code.ts';
import { blankMerge } from '../actions/forms/blank-forms.ts';

/** Perhaps the same dispute: to be merged here, or handed over to the centre that has the other one. */
export function SameDispute({ matter, choose }: { matter: MatterView; choose: (action: Action) => void }) {
  const { say } = useWords();
  const may = (action: Action) => matter.allowedActions.some((one) => one.action === action);
  const { data } = useQuery({
    queryKey: ['matters', 'similar', matter.id, matter.version],
    queryFn: ({ signal }) => request<SimilarMatters>(`/api/v1/matters/${matter.id}/similar`, { signal }),
    enabled: may('merge'),
    staleTime: 60_000,
  });
  if (!data || data.similar.length === 0) return null;
  const merge = ({ code }: SimilarMatter) => {
    keepForLater(`act ${matter.id} merge`, { ...blankMerge, code: groupCode(code) });
    choose('merge');
  };
  const handOver = ({ code, centreId }: SimilarMatter) => {
    const words = say('same.note', { code: groupCode(code) });
    keepForLater(`act ${matter.id} route`, { unitId: centreId, words });
    choose('route');
  };
  return (
    <section className="card not-printed" aria-labelledby="same-dispute">
      <h2 id="same-dispute">{say('same.title')}</h2>
      <ul className="related">
        {data.similar.map((one) => {
          const isHere = one.centreId === matter.lead.id;
          return (
            <li key={one.code}>
              <p>
                {one.id ? (
                  <Link to={`/matters/${one.id}`} className="fixed-width">
                    {groupCode(one.code)}
                  </Link>
                ) : (
                  <span className="fixed-width">{groupCode(one.code)}</span>
                )}{' '}
                <span className="soft">
                  {one.kind.label} · {one.statusLabel}
                </span>
              </p>
              <p className="soft">{one.centre}</p>
              <p className="faint">{one.reasons.join(' · ')}</p>
              {isHere ? (
                <button type="button" className="text-button" onClick={() => merge(one)}>
                  {say('same.merge')}
                </button>
              ) : may('route') ? (
                <button type="button" className="text-button" onClick={() => handOver(one)}>
                  {say('same.handOver', { centre: one.centre })}
                </button>
              ) : (
                <p className="faint">{say('same.acceptFirst')}</p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
