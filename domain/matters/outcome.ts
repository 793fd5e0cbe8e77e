import type { Outcome, Remedy } from './vocabulary.ts';

export type ToldOutcome = {
  readonly outcome: Outcome;
  readonly remedies?: readonly Remedy[];
  readonly destination?: string;
  readonly reference?: string;
};

/**
 * What an outcome still lacks: a failed settlement must come with the remedies told (人民调解法 26), a referral with
 * where it went and under which number; null when it is whole.
 */
export function missingInOutcome(told: ToldOutcome): {
  readonly code: 'remedies-missing' | 'destination-missing' | 'reference-missing';
  readonly field: string;
} | null {
  if (told.outcome === 'not-settled' && !told.remedies?.length)
    return { code: 'remedies-missing', field: 'remedies' };
  if (told.outcome === 'referred-out' && !told.destination)
    return { code: 'destination-missing', field: 'destination' };
  if (told.outcome === 'referred-out' && !told.reference)
    return { code: 'reference-missing', field: 'reference' };
  return null;
}
