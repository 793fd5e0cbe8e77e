import type { ClockView } from '#contract/matters/clock.ts';
import type { Fields } from '../use-action.ts';

export type ClockChangeKind = 'extension' | 'pause';
export type ChangeDraft = {
  clock: string;
  change: ClockChangeKind | '';
  days: number | null;
  ground: string;
  from: string;
  until: string;
  reason: string;
};

/** What the law lets be asked for of a limit. */
export function changesOf({ mayExtend, mayPause }: ClockView): ClockChangeKind[] {
  return [
    ...(mayExtend !== null ? (['extension'] as const) : []),
    ...(mayPause.length > 0 ? (['pause'] as const) : []),
  ];
}

/** Whether something may be asked for of it: it runs, the law provides for it, and nothing waits for a decision yet. */
export function mayAskFor(clock: ClockView): boolean {
  return clock.endedOn === null && clock.asked === null && changesOf(clock).length > 0;
}

/** Only what the chosen change asks for is sent; undefined while something is missing. */
export function changeFields({
  clock,
  change,
  days,
  ground,
  from,
  until,
  reason,
}: ChangeDraft): Fields<'ask-clock-change'> | undefined {
  const why = reason.trim();
  if (!clock || !why || change === '') return undefined;
  if (change === 'extension') return days === null ? undefined : { clock, change, days, reason: why };
  return ground && until ? { clock, change, ground, ...(from && { from }), until, reason: why } : undefined;
}
