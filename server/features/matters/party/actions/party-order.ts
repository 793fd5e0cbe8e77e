/** What every step of a party carries: the version they saw, and the key of the form that they sent. */
export type PartyOrder = { readonly version: number; readonly idempotencyKey: string };
