import type { ErrorCode } from '#contract/language/language.ts';
import { asProblem, fieldReason } from '../../../../app/api/problem.ts';

/** At which field a coded refusal of the whole belongs. */
export type RefusedAt = Readonly<Record<string, readonly ErrorCode[]>>;

/** What is wrong with a field: as the server named it, or by the refusal that is about this field alone. */
export function faultAt(error: unknown, places: RefusedAt, field: string): string | undefined {
  const named = fieldReason(error, field);
  if (named !== undefined) return named;
  const problem = asProblem(error)?.problem;
  const codes: readonly string[] = places[field] ?? [];
  return problem !== undefined && codes.includes(problem.code) ? problem.detail : undefined;
}
