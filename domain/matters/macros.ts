import { bulkActions } from './bulk.ts';
import { transitions } from './transitions.ts';
import { type Action, type Status, statuses } from './vocabulary.ts';

/** What may stand in a macro: what may be done to many, and a return, whose reason an office has ready. */
export const macroActions = [...bulkActions, 'return-hand-over'] as const satisfies readonly Action[];
export type MacroAction = (typeof macroActions)[number];

export const macroStepsAtMost = 10;

export const macroRefusals = ['macro-empty', 'macro-too-long', 'macro-action', 'macro-never-fits'] as const;
export type MacroRefusal = (typeof macroRefusals)[number];

/** Why steps cannot be a macro, and which of them (from 1): no matter could ever go through them in this order. */
export function refusalOfMacro(
  steps: readonly { readonly action: string }[],
): { readonly refusal: MacroRefusal; readonly step: number } | null {
  if (steps.length === 0) return { refusal: 'macro-empty', step: 0 };
  if (steps.length > macroStepsAtMost) return { refusal: 'macro-too-long', step: macroStepsAtMost + 1 };
  let possible: ReadonlySet<Status> = new Set(statuses);
  for (const [index, { action }] of steps.entries()) {
    if (!macroActions.some((one) => one === action)) return { refusal: 'macro-action', step: index + 1 };
    possible = statusesAfter(possible, action);
    if (possible.size === 0) return { refusal: 'macro-never-fits', step: index + 1 };
  }
  return null;
}

function statusesAfter(before: ReadonlySet<Status>, action: string): Set<Status> {
  const after = new Set<Status>();
  for (const row of transitions) {
    if (row.action !== action) continue;
    for (const from of row.from) {
      if (before.has(from)) after.add(row.to === 'unchanged' ? from : row.to);
    }
  }
  return after;
}
