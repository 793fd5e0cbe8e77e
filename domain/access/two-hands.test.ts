import { expect, it } from 'vitest';
import { forbiddenBefore } from './two-hands.ts';

it.each([
  ['password-set', ['auditor'], ['second-factor-reset']],
  ['second-factor-reset', ['system-admin'], ['password-set', 'account-created']],
  ['second-factor-reset', ['security-admin'], ['password-set', 'account-created']],
  ['password-set', ['clerk', 'supervisor'], []],
  ['second-factor-reset', [], []],
] as const)('%s of somebody posted as %j must not follow %j by the same hand', (half, roles, before) => {
  expect(forbiddenBefore(half, roles)).toEqual(before);
});
