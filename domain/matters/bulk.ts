import type { Action } from './vocabulary.ts';

/**
 * What may be done to many matters at once: the same words or the same office fit each of them. What needs a look at
 * the one matter or the one person (a refusal, an outcome, a call-back, a flag) is done one by one.
 */
export const bulkActions = [
  'accept',
  'route',
  'accept-hand-over',
  'assign',
  'log-step',
  'answer',
  'close',
] as const satisfies readonly Action[];
export type BulkAction = (typeof bulkActions)[number];

export const mattersAtOnceAtMost = 100;

/** How it went, or would go, with one matter of several. */
export const bulkStates = ['ok', 'refused', 'conflict'] as const;
export type BulkState = (typeof bulkStates)[number];

/** Of the actions allowed on each matter, those of the closed list, with how many of the matters each fits. */
export function bulkChoices(
  allowed: readonly (readonly Action[])[],
): { readonly action: BulkAction; readonly count: number }[] {
  return bulkActions
    .map((action) => ({ action, count: allowed.filter((one) => one.includes(action)).length }))
    .filter(({ count }) => count > 0);
}
