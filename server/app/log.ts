import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from './config.ts';
import { describeError } from './describe-error.ts';

export type Log = Logger;

/** A line of ours is plain words. Libraries put addresses, values and other people's sentences into theirs. */
const plainWords = /^[A-Za-z][A-Za-z_ ,;:'-]{0,119}$/;

/**
 * The program's log: JSON lines on standard output. It holds no bodies, no addresses with values and no personal data,
 * whoever writes it: of errors only what `describeError` leaves, of requests and answers nothing, of sentences only plain
 * words; and what could carry a secret is taken out wherever it appears.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    redact: {
      paths: [
        'authorization',
        'cookie',
        '*.authorization',
        '*.cookie',
        '*.password',
        '*.token',
        'parameters',
      ],
      remove: true,
    },
    serializers: { err: describeError },
    hooks: {
      logMethod(given, method) {
        const [first, second] = given as unknown as readonly unknown[];
        const facts = typeof first === 'object' && first !== null ? factsOf(first) : {};
        const words = typeof first === 'string' ? first : second;
        method.apply(this, [facts, wordsOf(words, facts)]);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function wordsOf(words: unknown, { err }: { readonly err?: unknown }): string {
  const isOurs =
    typeof words === 'string' && plainWords.test(words) && words !== (err as Error | undefined)?.message;
  return isOurs ? words : 'told by a library';
}

/** Fastify hands whole requests and answers over; their addresses and headers are nobody's business. */
function factsOf(told: object): object {
  if (told instanceof Error) return { err: told };
  const { req: _request, res: _answer, ...facts } = told as Record<string, unknown>;
  return facts;
}
