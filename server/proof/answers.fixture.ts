import type { TestProgram } from '#server/testing/test-program.ts';
import type { Observer } from './observers.fixture.ts';

export type Answer = { readonly status: number; readonly code: string | null; readonly whole: string };

export type Asked = {
  readonly method: string;
  readonly url: string;
  readonly body?: object | FormData | undefined;
};

/** Asks as somebody, and keeps all that leaves: the status with its words, every header, the body. */
export async function askAs(
  { app }: Pick<TestProgram, 'app'>,
  { headers }: Pick<Observer, 'headers'>,
  { method, url, body }: Asked,
): Promise<Answer> {
  const answer = await app.inject({
    method: method as 'GET',
    url,
    headers: { host: 'localhost', ...headers },
    ...(body !== undefined && { payload: body }),
  });
  const { statusCode, statusMessage, rawPayload } = answer;
  // Of a file's bytes the words are searched as well.
  const text = rawPayload.toString('utf8');
  const whole = `${statusCode} ${statusMessage}\n${JSON.stringify(answer.headers)}\n${text}`;
  return { status: statusCode, code: /"code":"([a-z-]+)"/.exec(text)?.[1] ?? null, whole };
}

/** Does something to each, a few at a time. */
export async function eachOf<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
  atOnce = 6,
): Promise<void> {
  const rest = [...all].reverse();
  const worker = async (): Promise<void> => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
