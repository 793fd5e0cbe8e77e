/** Why an identifier is refused. The sentences stand in contract/language. */
export const residentIdRefusals = [
  'resident-id-length',
  'resident-id-characters',
  'resident-id-region',
  'resident-id-birth-date',
  'resident-id-check-digit',
] as const;
export type ResidentIdRefusal = (typeof residentIdRefusals)[number];

export const creditCodeRefusals = [
  'credit-code-length',
  'credit-code-characters',
  'credit-code-check-character',
] as const;
export type CreditCodeRefusal = (typeof creditCodeRefusals)[number];

export const phoneRefusals = ['phone-characters', 'phone-length', 'phone-not-recognised'] as const;
export type PhoneRefusal = (typeof phoneRefusals)[number];

/** The identifier in its one normal form, or the code of what is wrong with it. */
export type Checked<Refusal extends string> =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: Refusal };
