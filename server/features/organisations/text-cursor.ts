import { refuse } from '#server/app/refusal.ts';

/** Where a page ended in a list that is sorted by a name of its own: a user name, a unit's code. */
export function encodeTextCursor(name: string): string {
  return Buffer.from(name).toString('base64url');
}

const cursorForm = /^[A-Za-z0-9_.\-/]{1,120}$/;

export function decodeTextCursor(text: string | undefined): string | null {
  if (text === undefined) return null;
  const name = Buffer.from(text, 'base64url').toString('utf8');
  if (!cursorForm.test(name)) refuse(400, 'invalid-input', { field: 'after' });
  return name;
}
