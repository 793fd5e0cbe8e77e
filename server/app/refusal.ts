import type { FieldError } from '#contract/errors/problem.ts';
import type { ErrorCode, Parameters } from '#contract/language/language.ts';

/** What the domain answers when something may not be done: a value, never an exception. */
export type Refusal = {
  readonly code: ErrorCode;
  readonly field?: string;
  readonly params?: Parameters;
};

/** A refusal on its way out of a request: becomes a problem document in the user's language. */
export type HttpProblem = Error & {
  readonly isHttpProblem: true;
  readonly status: number;
  readonly code: ErrorCode;
  readonly field?: string;
  readonly params?: Parameters;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Members beside the standard ones, such as `current` of a stale version. */
  readonly extra?: Readonly<Record<string, unknown>>;
};

type Details = Pick<HttpProblem, 'field' | 'params' | 'errors' | 'headers' | 'extra'>;

export function httpProblem(status: number, code: ErrorCode, details: Details = {}): HttpProblem {
  return Object.assign(new Error(code), { isHttpProblem: true as const, status, code, ...details });
}

export function isHttpProblem(thrown: unknown): thrown is HttpProblem {
  return thrown instanceof Error && 'isHttpProblem' in thrown;
}

/** Ends the request with this problem. The open transaction rolls back as the exception passes. */
export function refuse(status: number, code: ErrorCode, details: Details = {}): never {
  throw httpProblem(status, code, details);
}

const statusOfCode: Partial<Record<ErrorCode, number>> = {
  'not-signed-in': 401,
  forbidden: 403,
  'no-posting': 403,
  'not-your-posting': 403,
  'not-found': 404,
  'wrong-state': 409,
  'stale-version': 409,
};

/** The HTTP status of a coded refusal; whatever is not access, existence or state is 422. */
export function statusOf(code: ErrorCode): number {
  return statusOfCode[code] ?? 422;
}

/** Ends the request with what the domain refused. */
export function refuseWith(refusal: Refusal, extra?: Readonly<Record<string, unknown>>): never {
  throw httpProblem(statusOf(refusal.code), refusal.code, {
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.params === undefined ? {} : { params: refusal.params }),
    ...(extra === undefined ? {} : { extra }),
  });
}
