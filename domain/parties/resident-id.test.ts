import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkResidentId, residentIdCheckDigit } from './resident-id.ts';

const first17 = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.integer({ min: 1920, max: 2020 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([region, year, month, day, order]) =>
      `${region}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`,
  );

describe('checkResidentId', () => {
  // The example of GB 11643 itself and invented numbers with a computed check digit.
  test.each([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    ['440524188001010014', '440524188001010014'],
    [' 110105 19491231 002X ', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['110105\u300019491231-002x', '11010519491231002X'],
  ])('%s is valid', (text, value) => {
    expect(checkResidentId(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['', 'resident-id-length'],
    ['110105491231002', 'resident-id-length'],
    ['1101051949123100XX', 'resident-id-characters'],
    ['11010519491231002Y', 'resident-id-characters'],
    ['010105194912310021', 'resident-id-region'],
    ['110105194902300021', 'resident-id-birth-date'],
    ['110105194913010021', 'resident-id-birth-date'],
    ['110105202302290021', 'resident-id-birth-date'],
    ['110105194900010021', 'resident-id-birth-date'],
    ['110105194912310021', 'resident-id-check-digit'],
  ])('%s is refused: %s', (text, reason) => {
    expect(checkResidentId(text)).toEqual({ ok: false, reason });
  });

  test('every number with its check digit is valid, and no other last character is', () => {
    fc.assert(
      fc.property(first17, (number) => {
        const right = residentIdCheckDigit(number);
        for (const last of '0123456789X') {
          expect(checkResidentId(number + last).ok).toBe(last === right);
        }
      }),
    );
  });

  test('two neighbouring digits swapped are noticed', () => {
    fc.assert(
      fc.property(first17, fc.integer({ min: 0, max: 15 }), (number, at) => {
        const whole = number + residentIdCheckDigit(number);
        const swapped = whole.slice(0, at) + whole.charAt(at + 1) + whole.charAt(at) + whole.slice(at + 2);
        fc.pre(swapped !== whole);
        expect(checkResidentId(swapped).ok).toBe(false);
      }),
    );
  });
});
