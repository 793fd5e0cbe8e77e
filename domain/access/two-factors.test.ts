import { expect, it } from 'vitest';
import { factorsOf, needsTwoFactors } from './two-factors.ts';
import { apartRoles, roles } from './vocabulary.ts';

it('two factors are compulsory for whoever administers, audits or supervises', () => {
  expect(roles.filter(needsTwoFactors)).toEqual(['supervisor', 'auditor', 'system-admin', 'security-admin']);
  expect(apartRoles.every(needsTwoFactors)).toBe(true);
});

it.each([
  [[], 1],
  [['pwd'], 1],
  [['pwd', 'otp'], 2],
  [['mfa'], 2],
  [['hwk'], 2],
  [[null, 7], 1],
] as const)('a city sign-in by %j counts %i', (methods, factors) => expect(factorsOf(methods)).toBe(factors));
