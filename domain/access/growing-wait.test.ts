import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { triesWithin, waitAfter } from './growing-wait.ts';

const rule = { freeTries: 3, firstWaitInSeconds: 5, longestWaitInSeconds: 60, forgottenAfterSeconds: 3600 };

describe('waitAfter', () => {
  test.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 5],
    [4, 10],
    [5, 20],
    [6, 40],
    [7, 60],
    [5000, 60],
  ])('after %i tries %i seconds', (tries, seconds) => expect(waitAfter(tries, rule)).toBe(seconds));

  it('never shrinks and never passes the longest', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (tries) => {
        expect(waitAfter(tries + 1, rule)).toBeGreaterThanOrEqual(waitAfter(tries, rule));
        expect(waitAfter(tries, rule)).toBeLessThanOrEqual(rule.longestWaitInSeconds);
      }),
    );
  });
});

describe('triesWithin', () => {
  test.each([
    // Three at once, then at 5, 15, 35, 75 and every 60 seconds after.
    [0, 3],
    [4, 3],
    [5, 4],
    [34, 5],
    [35, 6],
    [75, 7],
    [135, 8],
    [195, 9],
  ])('within %i seconds %i', (seconds, tries) => expect(triesWithin(seconds, rule)).toBe(tries));
});
