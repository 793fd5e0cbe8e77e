import type { SecretSlip } from '#contract/matters/secret-slip.ts';

let fresh: { matterId: string; slip: SecretSlip } | undefined;

/** Hands the new slip over to its page. It is held in memory only: a secret is shown once. */
export function keepFreshSlip(matterId: string, slip: SecretSlip): void {
  fresh = { matterId, slip };
}

export function freshSlip(matterId: string): SecretSlip | undefined {
  return fresh?.matterId === matterId ? fresh.slip : undefined;
}

export function forgetSlip(): void {
  fresh = undefined;
}
