import { useState } from 'react';
import type { Problem } from '#contract/errors/problem.ts';
import type { ActionBody } from '#contract/matters/actions.ts';
import type { MatterPresent, MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { asProblem, fieldReason } from '../../../app/api/problem.ts';
import { useSubmission } from '../../../app/api/submission.ts';
import { useKeptState } from '../../../app/kept/kept-state.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { useKeepPresent } from '../page/matter-query.ts';

export type Fields<A extends Action> = A extends Action ? Omit<ActionBody<A>, 'version'> : never;

/**
 * One action being filled in. The version is the one that was on screen when the form opened: what others change
 * meanwhile is shown beside what was typed, and only the reader's own word moves the form on to it.
 */
export function useAction<A extends Action, Values>(options: {
  matter: MatterView;
  action: A;
  blank: Values;
  close: () => void;
  /** Where the answer holds more than the matter. */
  presentOf?: (answer: unknown) => MatterPresent;
}) {
  const { matter, action, close } = options;
  const { say } = useWords();
  const tell = useNotice();
  const keepPresent = useKeepPresent();
  const [values, setValues, forget] = useKeptState(`act ${matter.id} ${action}`, options.blank);
  const [seen, setSeen] = useState(matter.version);
  const [isTried, setTried] = useState(false);
  const offered = matter.allowedActions.find((one) => one.action === action);
  const submission = useSubmission<unknown>((received) => {
    const answer = options.presentOf?.(received) ?? (received as MatterPresent);
    keepPresent(answer);
    forget();
    tell(
      say('act.done', {
        action: offered?.label ?? action,
        status: answer.statusLabel,
        unit: answer.holder.name,
      }),
    );
    close();
  });
  const problem: (Problem & { current?: unknown }) | undefined = asProblem(submission.error)?.problem;
  const current =
    problem?.code === 'stale-version' ? (problem.current as MatterPresent | undefined) : undefined;
  return {
    values,
    set: (change: Partial<Values>) => setValues({ ...values, ...change }),
    isTried,
    isPending: submission.isPending,
    error: submission.error,
    fault: (field: string) => fieldReason(submission.error, field),
    /** How the matter stands now, where somebody else has changed it since. */
    conflict: problem?.code === 'stale-version' ? { sentence: problem.detail, current } : undefined,
    goOn: () => {
      setSeen(current?.version ?? matter.version);
      submission.reset();
    },
    isStillOffered: offered !== undefined,
    /** Sends the fields, or marks what is missing where `fields` is undefined. */
    send: (fields: Fields<A> | undefined) => {
      setTried(true);
      if (!fields || submission.isPending) return;
      submission.mutate({
        path: offered?.href ?? `/api/v1/matters/${matter.id}/actions/${action}`,
        body: { version: seen, ...fields },
      });
    },
  };
}
