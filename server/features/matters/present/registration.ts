import type { SealedEvent } from '../sealing.ts';

/** When it happened, as the registration and its corrections say; events in the order they were made. */
export function happenedOnIn(
  events: readonly { readonly type: string; readonly sealed: SealedEvent | null }[],
): string | null {
  let day: string | null = null;
  for (const { type, sealed } of events) {
    if (type !== 'register' && type !== 'correct') continue;
    const said = sealed?.facts?.['happenedOn'];
    if (typeof said === 'string') day = said || null;
  }
  return day;
}
