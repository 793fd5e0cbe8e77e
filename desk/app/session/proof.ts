import { useSyncExternalStore } from 'react';
import { asProblem } from '../api/problem.ts';

/** The one question "is it still you?", however many requests wait for its answer. */
type Question = { readonly answer: Promise<boolean>; readonly settle: (isProved: boolean) => void };

let question: Question | undefined;
let timesProved = 0;
const watchers = new Set<() => void>();

/**
 * Some acts ask to be proved once more. The request that was refused waits here for the reader's answer and is then
 * sent again, so that the page which sent it never notices; without the proof the refusal goes to the page.
 */
export async function withProof<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  const provedBefore = timesProved;
  try {
    return await attempt();
  } catch (error) {
    if (asProblem(error)?.code !== 'prove-again') throw error;
    // Refused on its way while another one's proof was given: that proof is good for it, too.
    const isProved = timesProved > provedBefore || (await askForProof());
    if (!isProved) throw error;
    return attempt();
  }
}

export function isProofAsked(): boolean {
  return question !== undefined;
}

/** Everything that waits goes on, or is given up. */
export function answerProof(isProved: boolean): void {
  const answered = question;
  if (isProved) timesProved += 1;
  put(undefined);
  answered?.settle(isProved);
}

export function useIsProofAsked(): boolean {
  return useSyncExternalStore(watch, isProofAsked);
}

function askForProof(): Promise<boolean> {
  if (question) return question.answer;
  let settle: (isProved: boolean) => void = () => undefined;
  const answer = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  put({ answer, settle });
  return answer;
}

function put(next: Question | undefined): void {
  question = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
