import type { OrganisationChange } from '#domain/organisations/changes.ts';
import { isApart } from '#domain/organisations/postings.ts';
import type { Role } from './vocabulary.ts';

type Half = Extract<OrganisationChange, 'password-set' | 'second-factor-reset'>;

/** For so long the same administrator does not give the other half. */
export const twoHandsDays = 30;

const otherHalf: Readonly<Record<Half, readonly OrganisationChange[]>> = {
  'password-set': ['second-factor-reset'],
  'second-factor-reset': ['password-set', 'account-created'],
};

/**
 * What the same administrator must not have done to this account lately: of an administrator or auditor (GB/T 22239-2019:
 * they stay apart) nobody alone gives both password and second factor, and could so come in as them. Empty for everybody else.
 */
export function forbiddenBefore(half: Half, roles: readonly Role[]): readonly OrganisationChange[] {
  return roles.some(isApart) ? otherHalf[half] : [];
}
