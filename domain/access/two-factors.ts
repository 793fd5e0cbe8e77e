import type { Role } from './vocabulary.ts';

/** With how many things somebody proved who they are. A passkey counts as two: the device, and whoever unlocked it. */
export type Factors = 1 | 2;

/** Whose postings reach so far that a password alone is not enough. */
export const compulsoryRoles = [
  'auditor',
  'system-admin',
  'security-admin',
  'supervisor',
] as const satisfies readonly Role[];

export function needsTwoFactors(role: Role): boolean {
  return (compulsoryRoles as readonly Role[]).includes(role);
}

/** How long a proof is good for an act that cannot be taken back by the next click. */
export const proofLastsSeconds = 600;

/** Within what time a sign-in that was begun is completed with its second factor. */
export const pendingLastsSeconds = 600;

/** So many wrong codes end a sign-in that was begun. */
export const wrongCodesAtMost = 5;

export const recoveryCodeCount = 10;

/** A session ends after so long, however busy. */
export const sessionAtMostSeconds = 12 * 3600;

/** The words by which a city's own sign-in says that it asked for two factors (RFC 8176). */
const methodsOfTwoFactors = ['mfa', 'otp', 'hwk'];

export function factorsOf(methods: readonly unknown[]): Factors {
  return methods.some((method) => methodsOfTwoFactors.includes(String(method))) ? 2 : 1;
}

/** The clocks of two machines may differ by so much; what lies further ahead comes from a clock that was wrong. */
export const clockStrayAtMostSeconds = 60;
