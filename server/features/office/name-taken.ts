import type { ErrorCode } from '#contract/language/language.ts';
import { refuse } from '#server/app/refusal.ts';

/** What a name that is there already means to whoever chose it; also of two who choose it at once. */
export function nameTaken(constraint: string, code: ErrorCode, name: string) {
  return (thrown: unknown): never => {
    const clash = thrown as { code?: string; constraint?: string };
    if (clash.code === '23505' && clash.constraint?.startsWith(constraint)) {
      refuse(409, code, { field: 'name', params: { name } });
    }
    throw thrown;
  };
}
