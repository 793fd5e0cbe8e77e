import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordLength, refusalOfPassword } from './password-rule.ts';

const leaked = new Set(['password', 'qwertyuiop', '1q2w3e4r5t', 'dragonfly']);

describe('a password', () => {
  it.each([
    ['short', 'password-too-short'],
    ['x'.repeat(129), 'password-too-long'],
    ['qwertyuiop', 'password-leaked'],
    ['QwertyUIOP', 'password-leaked'],
    ['ｑwertyuiop', 'password-leaked'],
    ['1q2w3e4r5t', 'password-leaked'],
    ['Password2026!', 'password-leaked'],
    ['!!!2026-dragonfly', 'password-leaked'],
    ['wang.security', 'password-has-name'],
    ['WANG.Security', 'password-has-name'],
    ['wang.security2026', 'password-has-name'],
    ['four words you remember', null],
    ['passwords and dragonflies', null],
    ['一段自己记得住的话啊啊', null],
    ['7394628150', null],
    ['password dragonfly', null],
  ])('%j: %s', (password, refusal) => {
    expect(refusalOfPassword(password, 'wang.security', leaked)).toBe(refusal);
  });

  it('is refused whatever digits and signs are put around a leaked word', () => {
    const dress = fc.stringMatching(/^[0-9!@#$%^&*._-]{0,12}$/);
    fc.assert(
      fc.property(dress, fc.constantFrom('password', 'PASSWORD', 'DragonFly'), dress, (front, word, back) => {
        const dressed = `${front}${word}${back}`;
        fc.pre(dressed.length >= passwordLength.least);
        expect(refusalOfPassword(dressed, 'somebody', leaked)).toBe('password-leaked');
      }),
    );
  });
});
