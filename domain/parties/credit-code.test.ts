import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCreditCode, creditCodeCheckCharacter } from './credit-code.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const first17 = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''));

describe('checkCreditCode', () => {
  test.each([
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['91350100m000100y43', '91350100M000100Y43'],
    [' 9135 0100 M000 100Y 43', '91350100M000100Y43'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
  ])('%s is valid', (text, value) => {
    expect(checkCreditCode(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'credit-code-length'],
    ['91350100M000100Y4', 'credit-code-length'],
    ['91350100M000100Y4O', 'credit-code-characters'],
    ['91350100M000100Z43', 'credit-code-characters'],
    ['91350100M000100Y44', 'credit-code-check-character'],
    ['91350100M000100Y34', 'credit-code-check-character'],
  ])('%s is refused: %s', (text, reason) => {
    expect(checkCreditCode(text)).toEqual({ ok: false, reason });
  });

  test('any single wrong character is noticed', () => {
    fc.assert(
      fc.property(
        first17,
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...alphabet),
        (code, at, wrong) => {
          const whole = code + creditCodeCheckCharacter(code);
          expect(checkCreditCode(whole).ok).toBe(true);
          fc.pre(whole.charAt(at) !== wrong);
          expect(checkCreditCode(whole.slice(0, at) + wrong + whole.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
  });
});
