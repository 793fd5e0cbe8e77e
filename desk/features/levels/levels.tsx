import '../../design-system/table/table.css';
import './levels.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LevelRows, LevelRulesView } from '#contract/levels/level-rules.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { PageFrame } from '../../design-system/page-frame.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { type Draft, draftOf } from './draft.ts';
import { DraftPanel } from './draft-panel.tsx';
import { Following } from './following.tsx';
import { levelRulesQuery } from './levels-query.ts';
import { PackDifference } from './pack-difference.tsx';
import { RuleList } from './rule-list.tsx';
import { Published, Versions } from './versions.tsx';

/** The rules by which matters have their colours: those in force, a draft to try and publish, and all versions. */
export function Levels() {
  const { say } = useWords();
  const query = useQuery(levelRulesQuery);
  return (
    <PageFrame title={say('levels.title')} lead={say('levels.lead')}>
      {query.isPending && <SkeletonRows />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && <LevelRules view={query.data} />}
    </PageFrame>
  );
}

const noDraft: Draft | null = null;

function LevelRules({ view }: { view: LevelRulesView }) {
  const { say } = useWords();
  const [draft, setDraft, discard] = useKeptState<Draft | null>('level rules', noDraft);
  // A draft that is replaced as a whole begins without the faults and the trial of the one before.
  const [round, setRound] = useState(0);
  const begin = (rows: LevelRows) => {
    setDraft(draftOf(rows));
    setRound(round + 1);
    window.scrollTo({ top: 0 });
  };
  const { inForce, mayEdit, levels } = view;
  return (
    <>
      <Following view={view} />
      {mayEdit && draft && (
        <DraftPanel
          key={round}
          view={view}
          draft={draft}
          change={setDraft}
          discard={discard}
          usePack={() => begin(view.pack.rows)}
        />
      )}
      <section className="card level-card" aria-labelledby="rules-in-force">
        <header>
          <div>
            <h2 id="rules-in-force">{say('levels.inForce')}</h2>
            {inForce.publishedAt === null ? (
              <p className="soft">{say('levels.ofPack')}</p>
            ) : (
              <Published version={inForce} />
            )}
          </div>
          {mayEdit && !draft && (
            <Button type="primary" onClick={() => begin(inForce.rows)}>
              {say('levels.edit')}
            </Button>
          )}
        </header>
        <RuleList rows={inForce.rows} levels={levels} />
        {!mayEdit && <p className="faint">{say('levels.readOnly')}</p>}
      </section>
      <PackDifference view={view} />
      <Versions view={view} {...(mayEdit && { begin })} />
    </>
  );
}
