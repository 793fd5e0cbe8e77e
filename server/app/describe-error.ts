type Failure = Error & {
  readonly code?: unknown;
  readonly severity?: string;
  readonly constraint?: string;
  readonly table?: string;
};

export type DescribedError = {
  readonly name: string;
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly message: string | undefined;
  readonly frames: string[];
  readonly cause: DescribedError | undefined;
};

/** What is no error at all is not told either. */
const none: DescribedError = {
  name: 'nothing that is an error',
  code: undefined,
  constraint: undefined,
  table: undefined,
  message: undefined,
  frames: [],
  cause: undefined,
};

/** Sentences that name nobody and help whoever keeps the machine running. */
const knownSentences =
  /^(Connection terminated( unexpectedly| due to connection timeout)?|timeout exceeded when trying to connect|Cannot use a pool after calling end on the pool|Client has encountered a connection error and is not queryable|Query read timeout|None of the hosts of the database takes writes now)$/;
const codes = /^[A-Z][A-Z0-9_]{2,59}$|^[0-9A-Z]{5}$/;
const names = /^[A-Za-z_$][\w$]{0,59}$/;

/**
 * Of an error what cannot repeat somebody's data: what it is, its code, and where in the program it came from. Its message
 * is left out, for nobody can tell what it quotes: the database quotes rows, a parser what it stumbled over.
 */
export function describeError(failure: unknown, depth = 0): DescribedError {
  if (!(failure instanceof Error)) return none;
  const { name, code, constraint, table, message, stack = '', cause } = failure as Failure;
  return {
    name: plain(name, names) ?? 'Error',
    code: plain(code, codes),
    constraint: plain(constraint, names),
    table: plain(table, names),
    message: plain(message, knownSentences),
    frames: framesOf(stack, message),
    cause: cause === undefined || depth > 3 ? undefined : describeError(cause, depth + 1),
  };
}

/** What keeps a start from its database, in the words of whoever has to mend it. */
const databaseFaults: readonly (readonly [RegExp, string])[] = [
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|57P03)$/,
    'PostgreSQL does not answer at the address of DATABASE_URL or DATABASE_ADMIN_URL',
  ],
  [
    /^(28P01|28000)$/,
    'PostgreSQL does not let us in: a name or password of DATABASE_URL or DATABASE_ADMIN_URL is wrong, or its ' +
      'pg_hba.conf has no line for it',
  ],
];

/** Builtin faults and those of the database quote values; what is thrown as a plain Error is a sentence of ours. */
export function sentenceOf(failure: unknown): string {
  const code = failure instanceof Error ? plain((failure as Failure).code, codes) : undefined;
  const [, known] = databaseFaults.find(([form]) => code !== undefined && form.test(code)) ?? [];
  if (known !== undefined) return `${known} (${code}).`;
  const isOurs =
    failure instanceof Error && failure.name === 'Error' && (failure as Failure).severity === undefined;
  return isOurs ? failure.message : errorInWords(failure);
}

/** The same in a few words, for a terminal: `error: 23514, constraint message_state, at …`. */
export function errorInWords(failure: unknown): string {
  const { name, code, constraint, message, frames } = describeError(failure);
  return [
    [name, code].filter((part) => part !== undefined).join(' '),
    message,
    constraint && `constraint ${constraint}`,
    ...frames.slice(0, 8),
  ]
    .filter((part) => part !== undefined)
    .join('\n  ');
}

function plain(value: unknown, rule: RegExp): string | undefined {
  return typeof value === 'string' && rule.test(value) ? value : undefined;
}

/** The stack begins with the message, which may have lines that look like frames. */
function framesOf(stack: string, message: string): string[] {
  const after = message !== '' && stack.includes(message) ? stack.indexOf(message) + message.length : 0;
  return stack
    .slice(after)
    .split('\n')
    .filter((line) => /^ {4}at [\w$.<>[\] ]*\(?(file:|node:|\/|[A-Z]:\\|<anonymous>|async )/.test(line))
    .map((line) => line.trim());
}
