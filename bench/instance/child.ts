import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';

/** Another process with an event loop of its own. It stops by itself when this one is gone. */
export type Child<Question, Answer> = {
  /** What it says first, or in answer to a question. */
  next(): Promise<Answer>;
  ask(question: Question): Promise<Answer>;
  stop(): Promise<void>;
};

const patienceInMs = 20_000;

export function startChild<Question extends object, Answer>(
  file: string,
  options: ForkOptions,
): Child<Question, Answer> {
  const child = fork(file, [], {
    ...options,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const ended = once(child, 'exit');
  const next = async (): Promise<Answer> => {
    const heard = await Promise.race([once(child, 'message'), ended.then(() => null)]);
    if (heard === null) throw new Error(`${file} ended with ${child.exitCode ?? child.signalCode}`);
    return heard[0] as Answer;
  };
  return {
    next,
    ask(question) {
      child.send(question);
      return next();
    },
    stop: () => stop(child, ended),
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  const tooLate = setTimeout(() => child.kill('SIGKILL'), patienceInMs);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(tooLate);
}
