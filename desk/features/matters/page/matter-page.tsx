import './matter-page.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { asProblem } from '../../../app/api/problem.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useShownFirst } from '../../../app/late/use-shown-first.ts';
import { Button } from '../../../design-system/acts/button.tsx';
import { StagePath } from '../../../design-system/marks/stage-path.tsx';
import { usePageTitle } from '../../../design-system/page-frame.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import { pastDayWords } from '../../../design-system/time/day-words.ts';
import { ActionDrawer } from '../actions/action-drawer.tsx';
import { BulkDrawer } from '../bulk/bulk-drawer.tsx';
import type { Selected } from '../bulk/use-bulk.ts';
import { Assistance } from './assistance.tsx';
import { ClockAt } from './clock-at.tsx';
import { Clocks } from './clocks.tsx';
import { LinkedMatters } from './linked-matters.tsx';
import { MatterFacts } from './matter-facts.tsx';
import { MatterHead } from './matter-head.tsx';
import { matterQuery } from './matter-query.ts';
import { Messages } from './messages.tsx';
import { OpeningBanner } from './opening-banner.tsx';
import { Papers } from './papers.tsx';
import { Parties } from './parties.tsx';
import { RelatedMatters } from './related-matters.tsx';
import { Roadmap, shownOnRoadmap } from './roadmap.tsx';
import { SameDispute } from './same-dispute.tsx';
import { Story } from './story.tsx';
import { Timeline } from './timeline.tsx';
import { useLogPrint } from './use-log-print.ts';

/** Where are we, until when and why, what happened, what may follow. */
export function MatterPage({
  id,
  unopened,
  paperTools,
}: {
  id: string;
  /** In the place of a file that is not theirs to read; it is given what would stand there otherwise. */
  unopened: (otherwise: ReactNode) => ReactNode;
  /** What else may be done with the papers of a file in which they take part. */
  paperTools?: (matter: MatterView) => ReactNode;
}) {
  const { say } = useWords();
  const { search } = useLocation();
  const query = useQuery(matterQuery(id));
  const isWhole = useShownFirst(query.isSuccess);
  // Asking again opens nothing to somebody who is not among its readers.
  const problem = asProblem(query.error);
  const isHidden = problem?.code === 'sealed';
  const fault = (
    <>
      <ErrorState error={query.error} {...(!isHidden && { retry: () => void query.refetch() })} />
      <Link to={{ pathname: '/matters', search }}>
        <Button>{say('queue.back')}</Button>
      </Link>
    </>
  );
  return (
    <div className="matter-scroll">
      <Link to={{ pathname: '/matters', search }} className="matter-back not-printed">
        ‹ {say('queue.back')}
      </Link>
      {query.isPending && <SkeletonRows count={8} />}
      {query.isError && !query.data && (
        <div className="matter">{problem?.status === 404 ? unopened(fault) : fault}</div>
      )}
      {query.data && <Matter matter={query.data} isWhole={isWhole} paperTools={paperTools} />}
    </div>
  );
}

function Matter({
  matter,
  isWhole,
  paperTools,
}: {
  matter: MatterView;
  /** Who opens a file reads it from the top; what stands below follows. */
  isWhole: boolean;
  paperTools: ((matter: MatterView) => ReactNode) | undefined;
}) {
  const { language } = useWords();
  const [chosen, choose] = useState<Action>();
  const [macroOn, setMacroOn] = useState<readonly Selected[]>();
  const { id, version, subject } = matter;
  const openMacros = useCallback(() => setMacroOn([{ id, version, subject }]), [id, version, subject]);
  usePageTitle(matter.subject);
  useLogPrint(id);
  return (
    <article className="matter">
      <OpeningBanner matter={matter} />
      <MatterHead matter={matter} choose={choose} openMacros={openMacros} />
      <div className="matter-path">
        <StagePath
          stages={matter.path.map(({ stage, state, on }) => ({
            key: stage.code,
            word: stage.label,
            state,
            note: on && state !== 'next' ? pastDayWords(on, language) : undefined,
          }))}
        />
      </div>
      {isWhole && (
        <>
          <Roadmap matter={matter} choose={choose} />
          <Below matter={matter} choose={choose} paperTools={paperTools} />
        </>
      )}
      <ActionDrawer matter={matter} action={chosen} close={() => choose(undefined)} />
      <BulkDrawer matters={macroOn} isMacroOnly close={() => setMacroOn(undefined)} />
    </article>
  );
}

function Below({
  matter,
  choose,
  paperTools,
}: {
  matter: MatterView;
  choose: (action: Action) => void;
  paperTools: ((matter: MatterView) => ReactNode) | undefined;
}) {
  // Whose office is asked to assist looks for its own limit first.
  const isAsked = matter.tasks.some(({ isOpen, isOurs }) => isOpen && isOurs);
  return (
    <div className="matter-columns">
      <div className="matter-side">
        {isAsked && <Assistance matter={matter} />}
        <Clocks clocks={matter.clocks} shownAbove={shownOnRoadmap(matter)} />
        {/* The history of a limit is asked for by whoever works on it. */}
        {matter.opening === null && <ClockAt matter={matter} />}
        {!isAsked && <Assistance matter={matter} />}
        <SameDispute matter={matter} choose={choose} />
        <RelatedMatters matter={matter} />
        <LinkedMatters matter={matter} />
        <Parties matter={matter} choose={choose} />
        <Papers matter={matter} />
        {matter.opening === null && paperTools?.(matter)}
        {matter.opening === null && <Messages matter={matter} />}
        <MatterFacts matter={matter} />
      </div>
      <div className="matter-main">
        <Story matter={matter} />
        <Timeline matter={matter} />
      </div>
    </div>
  );
}
