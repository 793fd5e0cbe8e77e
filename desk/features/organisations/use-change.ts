import { useState } from 'react';
import type { Problem } from '#contract/errors/problem.ts';
import { asProblem, fieldReason } from '../../app/api/problem.ts';
import { useSubmission } from '../../app/api/submission.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import type { Sending } from '../../design-system/forms/form-drawer.tsx';

type Order = { path: string; body: object; method?: 'POST' | 'PATCH' };

/**
 * One change of the organisation being filled in. What was typed is kept under `name` until it is done. A change of
 * something that is there carries the version that was on screen; what somebody else has made of it meanwhile is
 * `current`, and only the reader's own word moves the form on to it.
 */
export function useChange<Values extends object, Answer, Current extends { version: number }>(options: {
  name: string;
  blank: Values;
  seen?: Current;
  onDone: (answer: Answer) => void;
}) {
  const [values, setValues, forget] = useKeptState(options.name, options.blank);
  const [seen, setSeen] = useState(options.seen);
  const [isTried, setTried] = useState(false);
  const submission = useSubmission<Answer>((answer) => {
    forget();
    options.onDone(answer);
  });
  const problem: (Problem & { current?: unknown }) | undefined = asProblem(submission.error)?.problem;
  const isStale = problem?.code === 'stale-version';
  const current = isStale ? (problem.current as Current | undefined) : undefined;
  const sending: Sending = {
    error: submission.error,
    isPending: submission.isPending,
    conflict: isStale
      ? {
          sentence: problem.detail,
          goOn: () => {
            if (current) setSeen(current);
            submission.reset();
          },
        }
      : undefined,
  };
  return {
    values,
    set: (change: Partial<Values>) => setValues({ ...values, ...change }),
    isTried,
    fault: (field: string) => fieldReason(submission.error, field),
    version: seen?.version ?? 0,
    current: current ?? seen,
    sending,
    /** Sends, or marks what is missing where the order is undefined. */
    send: (order: Order | undefined) => {
      setTried(true);
      if (order && !submission.isPending) submission.mutate(order);
    },
  };
}
