import type { ErrorCode } from '#contract/language/language.ts';
import { refuse } from '#server/app/refusal.ts';
import { isClashOf } from '#server/database/clash.ts';

/** What a name that is there already means to whoever chose it; also of two who choose it at once. */
export function nameTaken(constraint: string, code: ErrorCode, name: string) {
  return (thrown: unknown): never => {
    if (isClashOf(thrown, constraint)) refuse(409, code, { field: 'name', params: { name } });
    throw thrown;
  };
}
