import { expect, it } from 'vitest';
import { triesWithin, waitAfter } from './growing-wait.ts';
import { nameRule } from './sign-in-waits.ts';

it('lets ten wrong passwords pass, then makes a name wait longer and longer, up to a quarter of an hour', () => {
  expect(waitAfter(9, nameRule)).toBe(0);
  expect([10, 11, 12, 13, 14, 15, 16, 17].map((tries) => waitAfter(tries, nameRule))).toEqual([
    15, 30, 60, 120, 240, 480, 900, 900,
  ]);
});

it('leaves a guesser about a hundred tries a day', () => {
  expect(triesWithin(86_400, nameRule)).toBeLessThan(120);
});
