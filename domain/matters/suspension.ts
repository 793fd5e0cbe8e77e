import { Temporal } from 'temporal-polyfill';

export const resumptionRefusals = ['resumption-not-later', 'suspension-too-long'] as const;
export type ResumptionRefusal = (typeof resumptionRefusals)[number];

/** Natural days for which an office may suspend its own work at a time; longer, it says anew why. */
export const longestSuspensionInDays = 60;

/** Why work may not be suspended from one day until it is to go on by another, or null where it may. */
export function resumptionRefusal(days: {
  readonly on: string;
  readonly resumeBy: string;
}): ResumptionRefusal | null {
  const length = Temporal.PlainDate.from(days.on).until(days.resumeBy, { largestUnit: 'day' }).days;
  if (length < 1) return 'resumption-not-later';
  return length > longestSuspensionInDays ? 'suspension-too-long' : null;
}
