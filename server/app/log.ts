import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/**
 * The program's log: JSON lines on standard output. It holds no bodies, no query strings and no personal data;
 * what could carry a secret is taken out wherever it appears.
 */
export function createLog(level: LogLevel): Log {
  return pino({
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
  });
}

type Failure = Error & { code?: string; severity?: string; constraint?: string; table?: string };

/** Of a database's error only what cannot repeat somebody's data: its message and detail quote values. */
function describeError(error: Failure): Record<string, unknown> {
  const { name, code, constraint, table } = error;
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const message = error.severity === undefined ? error.message : undefined;
  return { name, code, constraint, table, message, frames };
}
