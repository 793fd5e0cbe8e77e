import type { Problem } from '#contract/errors/problem.ts';

/** A refusal or a fault, as the server described it; `status` 0 means that no answer came at all. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  /** How long the server wants to be left alone; 0 where it did not say. */
  readonly waitSeconds: number;

  constructor(problem: Problem, waitSeconds = 0) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
    this.waitSeconds = waitSeconds;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }
}

export function asProblem(error: unknown): ApiProblem | undefined {
  return error instanceof ApiProblem ? error : undefined;
}

/** What this page has to say itself; its sentence stands with the desk's own words. */
export function deskProblem(code: string): ApiProblem {
  return new ApiProblem({ type: 'about:blank', title: '', status: 400, code, detail: '' });
}

/** What the server said about one field, by its dotted path. */
export function fieldReason(error: unknown, field: string): string | undefined {
  const problem = asProblem(error)?.problem;
  return (
    problem?.errors?.find((one) => one.field === field)?.reason ??
    (problem?.field === field ? problem.detail : undefined)
  );
}

/** Worth another try with the same key: nobody knows whether the first one arrived. */
export function isPassing(error: unknown): boolean {
  const status = asProblem(error)?.status;
  return status === 0 || status === 502 || status === 503 || status === 504;
}
