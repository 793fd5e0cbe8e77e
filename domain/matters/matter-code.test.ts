import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMatterCode, makeMatterCode, parseMatterCode } from './matter-code.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = fc
  .record({
    year: fc.integer({ min: 2000, max: 2999 }),
    random: fc.uint8Array({ minLength: 7, maxLength: 7 }),
  })
  .map(makeMatterCode);

describe('makeMatterCode', () => {
  test('has year, seven random characters and one check character, without I L O U', () => {
    fc.assert(
      fc.property(code, (made) => {
        expect(made).toMatch(/^2[0-9]{3}[0-9A-HJKMNP-TV-Z]{8}$/);
      }),
    );
  });

  test('uses all seven bytes', () => {
    const codes = new Set<string>();
    for (let at = 0; at < 7; at += 1) {
      const random = new Uint8Array(7);
      random[at] = 1;
      codes.add(makeMatterCode({ year: 2026, random }).slice(4, 11));
    }
    expect(codes.size).toBe(7);
  });

  test('too few random bytes are a bug', () => {
    expect(() => makeMatterCode({ year: 2026, random: new Uint8Array(6) })).toThrow(RangeError);
  });
});

describe('parseMatterCode', () => {
  test('reads back what was made, printed in groups, in small letters, with O and I for 0 and 1', () => {
    fc.assert(
      fc.property(code, (made) => {
        const parsed = { ok: true, code: made, year: Number(made.slice(0, 4)) };
        expect(parseMatterCode(made)).toEqual(parsed);
        expect(parseMatterCode(formatMatterCode(made))).toEqual(parsed);
        expect(parseMatterCode(` ${formatMatterCode(made).replaceAll('-', ' ').toLowerCase()} `)).toEqual(
          parsed,
        );
        expect(parseMatterCode(made.replaceAll('0', 'o').replaceAll('1', 'I'))).toEqual(parsed);
        expect(parseMatterCode(made.replaceAll('1', 'l'))).toEqual(parsed);
      }),
    );
  });

  test('every single wrong character is noticed', () => {
    fc.assert(
      fc.property(code, (made) => {
        for (let at = 0; at < made.length; at += 1) {
          for (const wrong of alphabet) {
            if (wrong === made.charAt(at)) continue;
            expect(parseMatterCode(made.slice(0, at) + wrong + made.slice(at + 1)).ok).toBe(false);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('any two different characters that changed places are noticed', () => {
    fc.assert(
      fc.property(code, (made) => {
        for (let first = 0; first < made.length; first += 1) {
          for (let second = first + 1; second < made.length; second += 1) {
            if (made.charAt(first) === made.charAt(second)) continue;
            const swapped = [...made];
            swapped[first] = made.charAt(second);
            swapped[second] = made.charAt(first);
            expect(parseMatterCode(swapped.join('')).ok).toBe(false);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ['', 'matter-code-length'],
    ['2026-7K3M', 'matter-code-length'],
    ['2026-7K3M-Q9UA', 'matter-code-characters'],
    ['ABCD-7K3M-Q9ZA', 'matter-code-characters'],
    ['2026-7K3M-Q9某A', 'matter-code-characters'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseMatterCode(text)).toEqual({ ok: false, reason });
  });
});

test('formatMatterCode prints three groups of four', () => {
  expect(formatMatterCode('20267K3MQ9ZA')).toBe('2026-7K3M-Q9ZA');
});
