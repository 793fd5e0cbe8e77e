import { forgetEarly } from '../api/early.ts';

const remembered = 'hejie-posting';

/** The posting under which this person acts now; each window may act under another. */
export function actingPosting(): string | undefined {
  return sessionStorage.getItem(remembered) ?? undefined;
}

export function actUnder(postingId: string | undefined): void {
  forgetEarly();
  if (postingId) sessionStorage.setItem(remembered, postingId);
  else sessionStorage.removeItem(remembered);
}
