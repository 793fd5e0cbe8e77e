import { refuse } from './refusal.ts';

/** Where a page ended: the sort key and the id that breaks ties. */
export type Cursor = { readonly due: string; readonly id: string };

export function encodeCursor({ due, id }: Cursor): string {
  return Buffer.from(`${due}|${id}`).toString('base64url');
}

const cursorForm = /^(\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads a page's `next`; what is not one is refused before it reaches the database. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null;
  const [, due, id] = cursorForm.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  if (due === undefined || id === undefined) refuse(400, 'invalid-input', { field: 'after' });
  return { due, id };
}
