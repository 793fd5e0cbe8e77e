/** Whether a write failed because the row is there already; constraints are told by their prefix. */
export function isClashOf(thrown: unknown, prefix: string): boolean {
  const { code, constraint = '' } = thrown as Error & {
    readonly code?: string;
    readonly constraint?: string;
  };
  return code === '23505' && constraint.startsWith(prefix);
}
