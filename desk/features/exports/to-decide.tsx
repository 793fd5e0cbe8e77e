import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportView } from '#contract/exports/exports.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { FormDrawer } from '../../design-system/forms/form-drawer.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { instantWords } from '../../design-system/time/day-words.ts';
import { ExportFacts } from './export-facts.tsx';
import { toDecideQuery } from './exports-query.ts';
import { RefuseExportForm } from './refuse-export-form.tsx';

/** What colleagues want to take away: what, how many rows, with whom in it or not, and why. */
export function ToDecide() {
  const { say } = useWords();
  const query = useQuery({ ...toDecideQuery, refetchInterval: 15_000 });
  const [refusing, refuse] = useState<ExportView>();
  const waiting = query.data?.exports ?? [];
  return (
    <section aria-labelledby="exports-to-decide" className="exports-part">
      <h2 id="exports-to-decide">
        {say('exports.toDecide')} {waiting.length > 0 && <span className="faint">{waiting.length}</span>}
      </h2>
      {query.isPending && <SkeletonRows count={2} />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && waiting.length === 0 && <p className="soft">{say('exports.toDecideNone')}</p>}
      <ul className="export-cards">
        {waiting.map((one) => (
          <Waiting key={one.id} asked={one} refuse={() => refuse(one)} />
        ))}
      </ul>
      <FormDrawer task={refusing} titleOf={() => say('exports.refuseTitle')} close={() => refuse(undefined)}>
        {(asked) => <RefuseExportForm asked={asked} close={() => refuse(undefined)} />}
      </FormDrawer>
    </section>
  );
}

function Waiting({ asked, refuse }: { asked: ExportView; refuse: () => void }) {
  const { say, language } = useWords();
  const tell = useNotice();
  const submission = useSubmission<ExportView>(() => tell(say('exports.approved')));
  const { name, unit } = asked.askedBy;
  return (
    <li className="card export-card">
      <ExportFacts asked={asked} />
      <p className="soft">
        {say('exports.askedBy', { name, unit: unit.name })}
        {asked.holdsUntil !== null && (
          <> · {say('exports.waitsUntil', { until: instantWords(asked.holdsUntil, language) })}</>
        )}
      </p>
      {submission.error && <ErrorState error={submission.error} />}
      {asked.mayDecide && (
        <div className="export-acts not-printed">
          <Button
            loading={submission.isPending}
            onClick={() =>
              submission.mutate({
                path: `/api/v1/exports/${asked.id}/actions/decide`,
                body: { version: asked.version, decision: 'approve' },
              })
            }
          >
            {say('exports.approve')}
          </Button>
          <Button type="text" onClick={refuse}>
            {say('exports.refuse')}
          </Button>
        </div>
      )}
    </li>
  );
}
