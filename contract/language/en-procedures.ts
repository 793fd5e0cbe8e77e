/** How a city's procedures are read as a table, in English; the same keys as `zh-procedures.ts`. */
export const procedureHolders = {
  office: 'Run by an office here, noted step by step',
  outside: 'Run by an outside body: reference, days and result are noted',
  step: 'Own steps',
} as const;

export const countingRules = {
  'not-counted next-working-day': 'first day not counted; a last day on a holiday moves on',
  'not-counted stays': 'first day not counted; a last day on a holiday stays',
  'counted next-working-day': 'first day counted; a last day on a holiday moves on',
  'counted stays': 'first day counted; a last day on a holiday stays',
} as const;

export const versionStandings = {
  'in-force': 'In force',
  upcoming: 'Not yet in force',
  earlier: 'Earlier',
} as const;
