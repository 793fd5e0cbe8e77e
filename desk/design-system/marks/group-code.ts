/** `202600017HQ4` as `2026 0001 7HQ4`; what is typed with spaces or dashes becomes the bare code again. */
export function groupCode(code: string): string {
  return bareCode(code).replace(/(.{4})(?=.)/g, '$1 ');
}

export function bareCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}
